#!/usr/bin/env python3
"""Makes aanmeldingen.csv and met-fouten.csv beside this script. All data is synthetic.

Needs only Python 3 and LibreOffice Calc (`soffice` on the PATH). For each list:

1. the rows are drawn from a fixed seed, or listed below, and written as a flat
   OpenDocument spreadsheet in the Dutch locale, with real date cells (D-M-JJJJ);
2. LibreOffice opens that and saves it as .ods, then opens the .ods and saves it
   as CSV (`;`, UTF-8, cells as shown);
3. LibreOffice on Linux writes no BOM and LF line ends; both are put as Excel's
   "CSV UTF-8" on Windows has them: a BOM and CRLF.
"""

import datetime as dt
import math
import pathlib
import random
import subprocess
import tempfile
from xml.sax.saxutils import escape, quoteattr

SEED = 20260717
HERE = pathlib.Path(__file__).resolve().parent
HEADER = ["Code", "Geboortedatum", "Voorlopig", "Locatie", "Dagdelen", "Taal", "Kinderen", "Opmerking"]
EMPTY_ROWS = 6  # rows at the end that look empty, as a filled-down formula leaves them

FIRST, LAST = dt.date(2026, 7, 1), dt.date(2028, 6, 30)
LAST_BORN = dt.date(2028, 3, 1)  # later dates are due dates
TAKE_PART = 0.40
TWINS = 0.015
OTHER_LANGUAGE = 0.04

# name, code prefix, births a month, weight of each half-day a family can name
LOCATIONS = [
    ("De Wetering", "WET", 15, {"di ochtend": 6, "do ochtend": 6, "do middag": 4, "vr ochtend": 4,
                                "ma ochtend": 1, "wo ochtend": 1, "di middag": 1}),
    ("Kerkplein", "KRK", 25, {"ma ochtend": 5, "di ochtend": 6, "wo ochtend": 3, "do middag": 5, "vr ochtend": 4,
                              "ma middag": 1, "di middag": 1, "do ochtend": 2}),
    ("Noord", "NRD", 40, {"ma ochtend": 4, "ma middag": 3, "di ochtend": 6, "di middag": 4, "wo ochtend": 3,
                          "wo middag": 1, "do ochtend": 6, "do middag": 5, "vr ochtend": 4, "vr middag": 1}),
]
WEEK = [f"{day} {half}" for day in ("ma", "di", "wo", "do", "vr") for half in ("ochtend", "middag")]
HALF_DAYS_NAMED = {0: 6, 1: 12, 2: 32, 3: 30, 4: 20}
LANGUAGES = {"Engels": 4, "Arabisch": 3, "Pools": 3, "Turks": 3}
SEASON = [0.97, 0.95, 0.95, 0.96, 0.98, 1.00, 1.05, 1.06, 1.07, 1.02, 0.99, 0.98]  # January first
WEEKDAY = [1.02, 1.10, 1.08, 1.08, 1.08, 0.84, 0.80]  # Monday first; due dates have no weekday pattern
REMARKS = {
    "": 70, "belt terug": 5, "via huisbezoek": 6, "via verloskundige": 6, "via folder": 3,
    "liever per e-mail": 2, "komt met partner": 3, "vanaf week 6 één dag minder werk": 1,
    "wacht op rooster werk, hoort eind van de maand": 1, "belt terug; na 16.00 uur": 1,
    'las over "de groep" op de website': 1, "fietst, tijd tot 11.30 uur is krap": 1,
}


class Draw:
    """Random draws built on random() alone, the part of Python's module that stays the same."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, p):
        return self.random() < p

    def pick(self, weights):
        point = self.random() * sum(weights.values())
        for value, weight in weights.items():
            point -= weight
            if point < 0:
                return value
        return value

    def poisson(self, mean):
        limit, product, count = math.exp(-mean), self.random(), 0
        while product > limit:
            product *= self.random()
            count += 1
        return count


def half_days(draw, weights):
    left, chosen = dict(weights), set()
    for _ in range(draw.pick(HALF_DAYS_NAMED)):
        value = draw.pick(left)
        chosen.add(value)
        del left[value]
    return ", ".join(h for h in WEEK if h in chosen)


def enrolments():
    """One row per enrolment, in the order in which families enrolled, which is only roughly that of birth."""
    draw = Draw(SEED)
    families = []
    for name, prefix, births, weights in LOCATIONS:
        day = FIRST
        while day <= LAST:
            weekday = 1.0 if day > LAST_BORN else WEEKDAY[day.weekday()]
            mean = births * 12 / 365.25 * SEASON[day.month - 1] * weekday
            for _ in range(draw.poisson(mean)):
                if draw.chance(TAKE_PART):
                    order = day.toordinal() + 50 * (draw.random() - 0.5)
                    families.append((order, name, prefix, day, half_days(draw, weights)))
            day += dt.timedelta(days=1)
    families.sort()
    number = {prefix: 0 for _, prefix, _, _ in LOCATIONS}
    rows = []
    for _, name, prefix, day, when in families:
        number[prefix] += 2 if draw.chance(0.04) else 1  # a gap: a family that withdrew
        language = draw.pick(LANGUAGES) if draw.chance(OTHER_LANGUAGE) else "Nederlands"
        children = 2 if draw.chance(TWINS) else 1
        # Voorlopig is a formula, filled down further than the list is long.
        rows.append([f"{prefix}-{number[prefix]:04}", day, Provisional, name, when, language, children,
                     draw.pick(REMARKS)])
    rows += [["", "", Provisional, "", "", "", "", ""] for _ in range(EMPTY_ROWS)]
    return rows


class Provisional:
    """The formula of a cell in the column Voorlopig."""

    @staticmethod
    def formula(row):
        d = LAST_BORN
        return f'of:=IF([.B{row}]="";"";IF([.B{row}]>DATE({d.year};{d.month};{d.day});"ja";""))'


def with_errors():
    """Every kind of line that is refused, between good lines; the README lists them by line number."""
    day = dt.date

    def row(code, date, voorlopig="", locatie="Noord", dagdelen="di ochtend, do middag", taal="Nederlands",
            kinderen=1, opmerking=""):
        return [code, date, voorlopig, locatie, dagdelen, taal, kinderen, opmerking]

    return [
        row("NRD-0402", day(2027, 3, 1)),
        row("", day(2027, 3, 1), opmerking="code volgt"),
        row("NOORD", day(2027, 3, 2)),
        row("NRD-2027-405", day(2027, 3, 2)),
        row("NRD 0406", day(2027, 3, 3)),
        row("NRD-2027-0407", day(2027, 3, 3)),
        row("123456789", day(2027, 3, 4)),
        row("111222333", day(2027, 3, 4)),
        row("NRD_0410", day(2027, 3, 5)),
        row("NRD-0411", day(2027, 3, 5)),
        row("NRD-0412", "31-2-2027"),
        row("NRD-0413", ""),
        row("NRD-0414", day(2028, 2, 29), dagdelen="", opmerking="geen voorkeur"),
        row("NRD-0415", "5-3-27"),
        row("NRD-0416", "3 mrt 2027"),
        row("NRD-0417", day(2027, 3, 8), opmerking='belt terug; "na 16.00 uur"'),
        row("NRD-0418", day(2027, 3, 9), dagdelen="di avond"),
        row("NRD-0419", day(2027, 3, 9), dagdelen="di ochtend, do midag"),
        row("KRK-0420", day(2027, 3, 10), locatie="Kerkplein", dagdelen="ma ochtend", kinderen=2, opmerking="tweeling"),
        row("NRD-0402", day(2027, 3, 10), locatie="Kerkplein", dagdelen="ma ochtend"),
        row("KRK-0422", day(2027, 3, 11), locatie=""),
        row("WET-0423", day(2028, 6, 9), voorlopig="ja", locatie="De Wetering", dagdelen="vr ochtend", taal="Pools"),
        row("NRD-0424", day(2027, 3, 12), kinderen=0),
        row("NRD-0425", day(2027, 3, 12), kinderen="drie"),
        row("NRD-0426", day(2027, 3, 15)),
        row("NRD-0427", day(2027, 3, 15)),  # cut short by damage()
        row("NRD-0428", day(2027, 3, 16)),
    ] + [["", "", "", "", "", "", "", '=""'] for _ in range(3)]


def damage(text):
    """What a spreadsheet cannot write but a hand can: a line that stops after its second column."""
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("NRD-0427;"))
    lines[at] = ";".join(lines[at].split(";")[:2])
    return "\n".join(lines)


def cell(value, row):
    if value is Provisional:
        return f"<table:table-cell table:formula={quoteattr(Provisional.formula(row))}/>"
    if isinstance(value, dt.date):
        return f'<table:table-cell table:style-name="datum" office:value-type="date" office:date-value="{value}"/>'
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    if value == '=""':
        return f"<table:table-cell table:formula={quoteattr('of:=' + value[1:])}/>"
    if value == "":
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def flat_ods(rows):
    body = "\n".join(
        "<table:table-row>" + "".join(cell(value, n) for value in row) + "</table:table-row>"
        for n, row in enumerate([HEADER] + rows, start=1)
    )
    oasis = "urn:oasis:names:tc:opendocument:xmlns:"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"
 xmlns:office="{oasis}office:1.0" xmlns:style="{oasis}style:1.0" xmlns:text="{oasis}text:1.0"
 xmlns:table="{oasis}table:1.0" xmlns:number="{oasis}datastyle:1.0" xmlns:fo="{oasis}xsl-fo-compatible:1.0"
 xmlns:of="{oasis}of:1.2">
<office:styles><style:default-style style:family="table-cell">
<style:text-properties fo:language="nl" fo:country="NL"/></style:default-style></office:styles>
<office:automatic-styles>
<number:date-style style:name="dmj" number:language="nl" number:country="NL"><number:day/><number:text>-</number:text>
<number:month/><number:text>-</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="datum" style:family="table-cell" style:data-style-name="dmj"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Aanmeldingen">
{body}
</table:table></office:spreadsheet></office:body></office:document>
"""


def save(name, rows, change=lambda text: text):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)

        def convert(source, target):
            subprocess.run(
                ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                 "--convert-to", target, "--outdir", folder, folder / source],
                check=True, stdout=subprocess.DEVNULL,
            )

        (folder / f"{name}.fods").write_text(flat_ods(rows), encoding="utf-8")
        convert(f"{name}.fods", "ods")
        # ';', '"', UTF-8, from line 1, Dutch, quotes only where needed, (import only), cells as shown
        convert(f"{name}.ods", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true,true")
        text = (folder / f"{name}.csv").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    (HERE / f"{name}.csv").write_bytes(b"\xef\xbb\xbf" + change(text).replace("\n", "\r\n").encode("utf-8"))


if __name__ == "__main__":
    save("aanmeldingen", enrolments())
    save("met-fouten", with_errors(), damage)
