#!/usr/bin/env python3
"""CP-SAT on an instance of the benchmark: reference.py FILE PROBLEM SECONDS, PROBLEM a1, a2 or b.
Prints one line of JSON: objective, bound, milliseconds, iterations, proven, solution (null when none is found).
One model for the whole instance, two workers; the models are our own and untuned."""
import json
import math
import sys
import time

from ortools.sat.python import cp_model

# One family placed, or one session scheduled, outweighs every cost of a small or medium instance.
UNIT = 1_000_000


def pools_of(instance):
    children, regions = instance["children"], [place["region"] for place in instance["locations"]]
    pools = {}
    for child, choice in enumerate(children["group_choice"]):
        if choice:
            place, language = children["loc"][child], children["lang"][child]
            pools.setdefault((language, place if language == 0 else regions[place]), []).append(child)
    return [pools[key] for key in sorted(pools)]


def size_cost(instance, size):
    return instance["cost"]["size_weight"] * (size - instance["group"]["target"]) ** 2


def a1(instance, model):
    """Groups are intervals of a pool in birth order, each a column."""
    births, rules = instance["children"]["birth"], instance["group"]
    columns, value = [], []
    for pool in pools_of(instance):
        covers = [[] for _ in pool]
        for first in range(len(pool)):
            for size in range(rules["min"], rules["max"] + 1):
                members = pool[first:first + size]
                span = births[members[-1]] - births[members[0]]
                if len(members) < size or span > rules["window_days"]:
                    break
                column = model.new_bool_var("")
                columns.append((column, members))
                cost = instance["cost"]["span_weight"] * span + size_cost(instance, size)
                value.append((UNIT * size - cost) * column)
                for place in range(first, first + size):
                    covers[place].append(column)
        for cover in covers:
            model.add_at_most_one(cover)
    model.maximize(sum(value))

    def read(solver):
        return [[-1, members] for column, members in columns if solver.value(column)]
    return read


def a2(instance, model):
    """A group is named by its first child and its half-day; other children may join it."""
    children, rules = instance["children"], instance["group"]
    births, slots = children["birth"], children["slots"]
    groups, value = [], []
    for pool in pools_of(instance):
        joins = {child: [] for child in pool}
        for place, first in enumerate(pool):
            for slot in (slot for slot in range(10) if slots[first] >> slot & 1):
                reach = [child for child in pool[place + 1:]
                         if births[child] - births[first] <= rules["window_days"] and slots[child] >> slot & 1]
                if len(reach) + 1 < rules["min"]:
                    continue
                opened = model.new_bool_var("")
                members = {first: opened} | {child: model.new_bool_var("") for child in reach}
                sizes = {size: model.new_bool_var("") for size in range(rules["min"], rules["max"] + 1)}
                model.add(sum(sizes.values()) == opened)
                model.add(sum(members.values()) == sum(size * var for size, var in sizes.items()))
                span = model.new_int_var(0, rules["window_days"], "")
                for child, var in members.items():
                    model.add_implication(var, opened)
                    model.add(span >= (births[child] - births[first]) * var)
                    joins[child].append(var)
                value.append(UNIT * sum(members.values()) - instance["cost"]["span_weight"] * span
                             - sum(size_cost(instance, size) * var for size, var in sizes.items()))
                groups.append((slot, members))
        for join in joins.values():
            model.add_at_most_one(join)
    model.maximize(sum(value))

    def read(solver):
        found = [(slot, sorted(child for child, var in members.items() if solver.value(var)))
                 for slot, members in groups]
        return [[slot, members] for slot, members in found if members]
    return read


def closed_days(instance):
    closed = instance["closed"]
    days = set(closed["public"])
    if closed["mode"] != "public":
        for first, last in closed[closed["mode"]]:
            days |= set(range(first, last + 1))
    return days


def b(instance, model):
    """A group takes one line, and each session a free day of that line."""
    closed, taken = closed_days(instance), {tuple(booking) for booking in instance["bookings"]}
    weekday, horizon = instance["horizon"]["weekday_of_day0"], instance["horizon"]["days"]
    absent = [set(days) for days in instance["doctor_absent"]]
    cells, doctors, plans, cost = {}, {}, [], []
    for place, first, median, last, _, slots in instance["cohorts"]["rows"]:
        lines = {line["id"]: (line, model.new_bool_var("")) for line in instance["lines"]
                 if line["loc"] == place and slots >> line["slot"] & 1}
        model.add_at_most_one(var for _, var in lines.values())
        sessions, before = [], None
        for session in instance["sessions"]:
            days = {}
            for line, chosen in lines.values():
                for day in range(last + session["min_age"], min(first + session["max_age"], horizon - 1) + 1):
                    free = ((day + weekday) % 7 == line["slot"] // 2 and day not in closed
                            and (line["id"], day) not in taken
                            and not (session["doctor"] and day in absent[place]))
                    if free:
                        var = model.new_bool_var("")
                        days[line["id"], day] = var
                        cells.setdefault((line["id"], day), []).append(var)
                        if session["doctor"]:
                            doctors.setdefault((place, line["slot"], day), []).append(var)
                        model.add_implication(var, chosen)
                        cost.append(abs(day - median - session["ideal_age"]) * var)
            is_planned = model.new_bool_var("")
            model.add(sum(days.values()) == is_planned)
            cost.append(UNIT * (1 - is_planned))
            date = sum(day * var for (_, day), var in days.items())
            if before is not None:
                gap = max(session["min_gap_prev"], 1)
                model.add(date - before[1] >= gap).only_enforce_if(before[0], is_planned)
            before = (is_planned, date)
            sessions.append(days)
        plans.append((lines, sessions))
    for together in [*cells.values(), *doctors.values()]:
        model.add_at_most_one(together)
    model.minimize(sum(cost))

    def read(solver):
        rows = []
        for lines, sessions in plans:
            found = [next((cell for cell, var in days.items() if solver.value(var)), (-1, -1)) for days in sessions]
            rows.append([max(line for line, _ in found), [day for _, day in found]])
        return rows
    return read


def main():
    path, problem, seconds = sys.argv[1:4]
    with open(path, encoding="utf-8") as file:
        instance = json.load(file)
    start = time.perf_counter()
    model = cp_model.CpModel()
    read = {"a1": a1, "a2": a2, "b": b}[problem](instance, model)
    solver = cp_model.CpSolver()
    # Writing the model down counts: the planner starts from the same file.
    solver.parameters.max_time_in_seconds = max(1.0, float(seconds) - (time.perf_counter() - start))
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    milliseconds = (time.perf_counter() - start) * 1000
    answer = {"objective": [], "bound": [], "milliseconds": milliseconds, "iterations": 0,
              "proven": status == cp_model.OPTIMAL, "solution": None}
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        value, bound = round(solver.objective_value), solver.best_objective_bound
        if problem == "b":
            answer["objective"] = [value // UNIT, value % UNIT]
            answer["bound"] = [max(0, math.ceil(bound - 1e-6) // UNIT)] + ([value % UNIT] if answer["proven"] else [])
        else:
            answer["objective"] = [-(-value // UNIT), -(-value // UNIT) * UNIT - value]
            answer["bound"] = [math.ceil(bound / UNIT - 1e-9)] + (answer["objective"][1:] if answer["proven"] else [])
        answer["solution"] = read(solver)
    print(json.dumps(answer))


main()
