//! What a scenario expects in the words of the screens, in both languages. Written here once more, and not
//! taken from the app: a wrong word on a screen would otherwise agree with itself.

use super::super::looks::Lang;
use centering_tests::day::Day;
use centering_tests::scenario::{Spot, read_day};

const MONTHS: [(&str, &str, &str, &str); 12] = [
    ("januari", "jan", "January", "Jan"),
    ("februari", "feb", "February", "Feb"),
    ("maart", "mrt", "March", "Mar"),
    ("april", "apr", "April", "Apr"),
    ("mei", "mei", "May", "May"),
    ("juni", "jun", "June", "Jun"),
    ("juli", "jul", "July", "Jul"),
    ("augustus", "aug", "August", "Aug"),
    ("september", "sep", "September", "Sep"),
    ("oktober", "okt", "October", "Oct"),
    ("november", "nov", "November", "Nov"),
    ("december", "dec", "December", "Dec"),
];

const WEEKDAYS: [(&str, &str, &str, &str); 7] = [
    ("maandag", "ma", "Monday", "Mon"),
    ("dinsdag", "di", "Tuesday", "Tue"),
    ("woensdag", "wo", "Wednesday", "Wed"),
    ("donderdag", "do", "Thursday", "Thu"),
    ("vrijdag", "vr", "Friday", "Fri"),
    ("zaterdag", "za", "Saturday", "Sat"),
    ("zondag", "zo", "Sunday", "Sun"),
];

/// What closes a day, by its name in the scenario files and in English.
const CLOSED: [(&str, &str); 8] = [
    ("voorjaarsvakantie", "spring holiday"),
    ("meivakantie", "May holiday"),
    ("zomervakantie", "summer holiday"),
    ("herfstvakantie", "autumn holiday"),
    ("kerstvakantie", "Christmas holiday"),
    ("Koningsdag", "King's Day"),
    ("Hemelvaartsdag", "Ascension Day"),
    ("Tweede Paasdag", "Easter Monday"),
];

/// Words in the language of a run.
#[derive(Clone, Copy)]
pub struct Words(pub Lang);

impl Words {
    fn pick<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }

    /// `29 apr`, with the year when it is another one than `near`.
    pub fn day_month(self, day: Day, near: i32) -> String {
        let (year, month, of_month) = day.parts();
        let (_, nl, _, en) = MONTHS[month as usize - 1];
        let year = if year == near {
            String::new()
        } else {
            format!(" {year}")
        };
        format!("{of_month} {}{year}", self.pick(nl, en))
    }

    /// `do 29 apr`, with the year when it is another one than `near`.
    pub fn day_week(self, day: Day, near: i32) -> String {
        let (_, nl, _, en) = WEEKDAYS[day.weekday() as usize];
        format!("{} {}", self.pick(nl, en), self.day_month(day, near))
    }

    /// `29 april`.
    fn of_month(self, day: Day) -> String {
        let (_, month, of_month) = day.parts();
        let (nl, _, en, _) = MONTHS[month as usize - 1];
        format!("{of_month} {}", self.pick(nl, en))
    }

    /// `donderdag 29 april`.
    pub fn day_long(self, day: Day) -> String {
        let (nl, _, en, _) = WEEKDAYS[day.weekday() as usize];
        format!("{} {}", self.pick(nl, en), self.of_month(day))
    }

    /// `donderdag 29 april 2027`.
    pub fn day_full(self, day: Day) -> String {
        format!("{} {}", self.day_long(day), day.parts().0)
    }

    /// `24 april tot en met 4 mei`.
    pub fn range(self, (first, last): (Day, Day)) -> String {
        let to = self.pick("tot en met", "to");
        format!("{} {to} {}", self.of_month(first), self.of_month(last))
    }

    /// What the inspector says of a preferred window.
    pub fn preferred(self, range: (Day, Day)) -> String {
        if range.0 == range.1 {
            let so = self.pick(
                "daarvan ligt in de beste periode:",
                "of them is in the best period:",
            );
            return format!("{so} {}", self.day_long(range.0));
        }
        let so = self.pick(
            "daarvan liggen in de beste periode,",
            "of them are in the best period,",
        );
        format!("{so} {}", self.range(range))
    }

    /// What the inspector says of an allowed window.
    pub fn allowed(self, range: (Day, Day)) -> String {
        let so = self.pick("dagen mogen,", "days are allowed,");
        format!("{so} {} {}:", self.range(range), range.1.parts().0)
    }

    /// `meivakantie`.
    pub fn closed(self, by: &str) -> Result<&'static str, String> {
        let known = CLOSED.into_iter().find(|(nl, _)| *nl == by);
        let (nl, en) = known.ok_or_else(|| format!("'{by}' has no words here"))?;
        Ok(self.pick(nl, en))
    }

    /// `donderdag 29 april kan niet: meivakantie`.
    pub fn falls_out(self, day: Day, by: &str) -> Result<String, String> {
        let out = self.pick("kan niet", "is not possible");
        Ok(format!(
            "{} {out}: {}",
            self.day_long(day),
            self.closed(by)?
        ))
    }

    /// `do ochtend` of a scenario file as the app shows it.
    pub fn half_day(self, text: &str) -> Result<String, String> {
        let (day, part) = text.split_once(' ').ok_or("no half-day")?;
        let known = WEEKDAYS.into_iter().find(|(_, nl, ..)| *nl == day);
        let (_, nl, _, en) = known.ok_or_else(|| format!("'{day}' is no weekday"))?;
        let english = match part {
            "ochtend" => "morning",
            "middag" => "afternoon",
            _ => return Err(format!("'{part}' is no part of a day")),
        };
        Ok(format!(
            "{} {}",
            self.pick(nl, en),
            self.pick(part, english)
        ))
    }

    /// The place of a problem as its card names it.
    pub fn place(self, spot: &Spot) -> String {
        match spot {
            Spot::Group => String::new(),
            Spot::Session(number) => {
                let number = number.trim_start_matches('B');
                format!("{} {number}", self.pick("bijeenkomst", "session"))
            }
        }
    }

    /// The title of a problem, such as that of `VEN-01 9 dagen na voorkeur`, without its code.
    pub fn problem(self, spot: &Spot, facts: &str) -> Result<String, String> {
        let number = match spot {
            Spot::Group => "",
            Spot::Session(number) => number.trim_start_matches('B'),
        };
        if let Some(kind) = facts.strip_prefix("alle voorkeursdagen in ") {
            let kind = self.closed(kind)?;
            return Ok(match self.0 {
                Lang::Nl => {
                    format!("De hele beste periode van bijeenkomst {number} ligt in de {kind}")
                }
                Lang::En => {
                    format!("The whole best period of session {number} is in the {kind}")
                }
            });
        }
        if let Some(days) = facts.strip_suffix(" dagen na voorkeur") {
            return Ok(match self.0 {
                Lang::Nl => {
                    format!("Bijeenkomst {number} valt {days} dagen na de beste periode")
                }
                Lang::En => format!("Session {number} is {days} days after the best period"),
            });
        }
        if let Some((dose, _)) = facts.split_once(" liever t/m ") {
            let dose = self.dose(dose);
            return Ok(match self.0 {
                Lang::Nl => format!("Bijeenkomst {number} is laat voor {dose}"),
                Lang::En => format!("Session {number} is late for {dose}"),
            });
        }
        if let Some(days) = facts.strip_prefix("spreiding ") {
            let days = days.trim_end_matches(" dagen");
            return Ok(match self.0 {
                Lang::Nl => format!("Het leeftijdsverschil is {days} dagen"),
                Lang::En => format!("The age gap is {days} days"),
            });
        }
        if let Some(day) = facts.strip_prefix("alleen ") {
            let (day, by) = day.rsplit_once(' ').ok_or("no reason")?;
            let (day, by) = (self.day_long(read_day(day)?), self.closed(by)?);
            return Ok(match self.0 {
                Lang::Nl => format!("Bijeenkomst {number} past niet: {day} kan niet ({by})"),
                Lang::En => format!("Session {number} does not fit: {day} is not possible ({by})"),
            });
        }
        if let Some((children, days)) = facts.split_once(" kinderen, ") {
            let (count, of) = children
                .split_once(" van ")
                .ok_or("no number of children")?;
            let (first, last) = days.split_once(" t/m ").ok_or("no season")?;
            let (first, last) = (read_day(first)?, read_day(last)?);
            let month = |day: Day| {
                let (nl, _, en, _) = MONTHS[day.parts().1 as usize - 1];
                self.pick(nl, en)
            };
            let (one, other, year) = (month(first), month(last), last.parts().0);
            return Ok(match self.0 {
                Lang::Nl => format!(
                    "RSV-prik valt bij bijeenkomst {number}: {count} van de {of} kinderen, {one} of {other} {year}"
                ),
                Lang::En => format!(
                    "RSV immunisation near session {number}: {count} of {of} children, {one} or {other} {year}"
                ),
            });
        }
        Err(format!("'{facts}' has no words here"))
    }

    /// What a remedy says it does and what it costs, such as `verplaatsen naar ma 1-3-2027`: each of these
    /// stands in it.
    pub fn remedy(self, text: &str) -> Result<Vec<String>, String> {
        if let Some(day) = text.strip_prefix("verplaatsen naar ") {
            let day = self.day_full(read_day(day)?);
            return Ok(vec![format!("{} {day}", self.moves())]);
        }
        if let Some(rest) = text.strip_prefix("gezin ") {
            let (family, days) = rest
                .split_once(" eruit, spreiding ")
                .ok_or("no spread after the family")?;
            let days = days.trim_end_matches(" dagen");
            return Ok(match self.0 {
                Lang::Nl => vec![
                    format!("Haal gezin {family} uit de groep"),
                    format!("Het leeftijdsverschil wordt {days} dagen."),
                ],
                Lang::En => vec![
                    format!("Take family {family} out of the group"),
                    format!("The age gap becomes {days} days."),
                ],
            });
        }
        if let Some(doses) = text.strip_prefix("apart geven: ") {
            let mut all = vec![self.pick("apart", "apart").to_owned()];
            all.extend(doses.split(", ").map(|dose| self.dose(dose)));
            return Ok(all);
        }
        Err(format!("'{text}' has no words here"))
    }

    /// A vaccination, such as `DKTP1 bij 2-3-5-12`.
    fn dose(self, dose: &str) -> String {
        let (dose, scheme) = match dose.split_once(" bij ") {
            Some((dose, scheme)) => (dose, Some(scheme)),
            None => (dose, None),
        };
        let digit = dose.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
        let name = dose.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let name = if name == "ROTA" { "rota" } else { name };
        let scheme = scheme.map_or_else(String::new, |scheme| {
            format!(" ({} {scheme})", self.pick("schema", "scheme"))
        });
        format!("{name} {digit}{scheme}")
    }

    /// How a remedy that moves a bijeenkomst begins.
    pub fn moves(self) -> &'static str {
        self.pick("Plan op", "Plan it on")
    }
}
