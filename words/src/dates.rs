//! Days, times and half-days in words.

use super::{Lang, say, texts};
use centering_core::calendar::{
    ClockTime, Date, DateRange, HalfDay, Part, PublicHoliday, Region, SchoolHolidayKind, Workday,
};
use centering_core::schedule::ClosedBy;

/// A name in full, and short.
type Name = (
    [&'static str; Lang::ALL.len()],
    [&'static str; Lang::ALL.len()],
);

const MONTHS: [Name; 12] = [
    (["januari", "January"], ["jan", "Jan"]),
    (["februari", "February"], ["feb", "Feb"]),
    (["maart", "March"], ["mrt", "Mar"]),
    (["april", "April"], ["apr", "Apr"]),
    (["mei", "May"], ["mei", "May"]),
    (["juni", "June"], ["jun", "Jun"]),
    (["juli", "July"], ["jul", "Jul"]),
    (["augustus", "August"], ["aug", "Aug"]),
    (["september", "September"], ["sep", "Sep"]),
    (["oktober", "October"], ["okt", "Oct"]),
    (["november", "November"], ["nov", "Nov"]),
    (["december", "December"], ["dec", "Dec"]),
];

const WEEKDAYS: [Name; 7] = [
    (["maandag", "Monday"], ["ma", "Mon"]),
    (["dinsdag", "Tuesday"], ["di", "Tue"]),
    (["woensdag", "Wednesday"], ["wo", "Wed"]),
    (["donderdag", "Thursday"], ["do", "Thu"]),
    (["vrijdag", "Friday"], ["vr", "Fri"]),
    (["zaterdag", "Saturday"], ["za", "Sat"]),
    (["zondag", "Sunday"], ["zo", "Sun"]),
];

/// The name at a place of a list; empty beyond it.
fn name(names: &[Name], place: usize) -> Name {
    names.get(place).copied().unwrap_or_default()
}

fn weekday_name(date: Date) -> Name {
    name(&WEEKDAYS, date.weekday().num_days_from_monday() as usize)
}

impl Lang {
    /// `april`; the month is 1 to 12.
    pub fn month(self, month: u32) -> &'static str {
        self.of(name(&MONTHS, month.saturating_sub(1) as usize).0)
    }

    /// `apr`; the month is 1 to 12.
    pub fn month_short(self, month: u32) -> &'static str {
        self.of(name(&MONTHS, month.saturating_sub(1) as usize).1)
    }

    /// `dinsdag`.
    pub fn weekday(self, workday: Workday) -> &'static str {
        self.of(name(&WEEKDAYS, usize::from(workday.index())).0)
    }

    /// `do` or `Thu`.
    pub fn weekday_short(self, workday: Workday) -> &'static str {
        self.of(name(&WEEKDAYS, usize::from(workday.index())).1)
    }

    /// `do 29 apr`, with the year when it differs from that of `near`.
    pub fn day(self, date: Date, near: Option<Date>) -> String {
        let weekday = self.of(weekday_name(date).1);
        format!("{weekday} {}", self.day_month(date, near))
    }

    /// `29 apr`, with the year when it differs from that of `near`.
    pub fn day_month(self, date: Date, near: Option<Date>) -> String {
        let month = self.month_short(date.month());
        if near.is_some_and(|near| near.year() == date.year()) {
            format!("{} {month}", date.day())
        } else {
            format!("{} {month} {}", date.day(), date.year())
        }
    }

    /// `donderdag 29 april 2027`.
    pub fn day_full(self, date: Date) -> String {
        let weekday = self.of(weekday_name(date).0);
        format!(
            "{weekday} {} {} {}",
            date.day(),
            self.month(date.month()),
            date.year()
        )
    }

    /// `29 april 2027`, without the year when it is that of `near`; for sentences.
    pub fn day_words(self, date: Date, near: Option<Date>) -> String {
        let day = format!("{} {}", date.day(), self.month(date.month()));
        match near.is_some_and(|near| near.year() == date.year()) {
            true => day,
            false => format!("{day} {}", date.year()),
        }
    }

    /// `donderdag 29 april`.
    pub fn day_long(self, date: Date) -> String {
        let weekday = self.of(weekday_name(date).0);
        format!("{weekday} {} {}", date.day(), self.month(date.month()))
    }

    /// `29-4-2027`, as people type it.
    pub fn day_typed(self, date: Date) -> String {
        format!("{}-{}-{}", date.day(), date.month(), date.year())
    }

    /// `4 – 24 jan 2027`, as short as it can be; for tables.
    pub fn range(self, range: DateRange, near: Option<Date>) -> String {
        let last = self.day_month(range.last, near);
        let (first, same_year) = (range.first, range.first.year() == range.last.year());
        if range.first == range.last {
            last
        } else if same_year && first.month() == range.last.month() {
            format!("{} – {last}", first.day())
        } else if same_year {
            format!(
                "{} {} – {last}",
                first.day(),
                self.month_short(first.month())
            )
        } else {
            format!(
                "{} – {}",
                self.day_month(first, None),
                self.day_month(range.last, None)
            )
        }
    }

    /// `24 april tot en met 2 mei`; for sentences.
    pub fn range_long(self, range: DateRange) -> String {
        let day = |date: Date| format!("{} {}", date.day(), self.month(date.month()));
        say!(self; "{} tot en met {}", "{} to {}"; day(range.first), day(range.last))
    }

    /// `9.30` in Dutch, `9:30` in English.
    pub fn time(self, time: ClockTime) -> String {
        let separator = self.of(['.', ':']);
        format!("{}{separator}{:02}", time.hour(), time.minute())
    }

    /// `ochtend` or `middag`.
    pub fn part(self, part: Part) -> &'static str {
        self.of(match part {
            Part::Morning => ["ochtend", "morning"],
            Part::Afternoon => ["middag", "afternoon"],
        })
    }

    /// `donderdagmiddag`.
    pub fn half_day(self, half_day: HalfDay) -> String {
        let weekday = self.weekday(half_day.workday);
        say!(self; "{weekday}{}", "{weekday} {}"; self.part(half_day.part))
    }

    /// `Koningsdag`.
    pub fn public_holiday(self, holiday: PublicHoliday) -> &'static str {
        self.of(match holiday {
            PublicHoliday::NewYear => ["Nieuwjaarsdag", "New Year's Day"],
            PublicHoliday::GoodFriday => ["Goede Vrijdag", "Good Friday"],
            PublicHoliday::EasterSunday => ["eerste paasdag", "Easter Sunday"],
            PublicHoliday::EasterMonday => ["tweede paasdag", "Easter Monday"],
            PublicHoliday::KingsDay => ["Koningsdag", "King's Day"],
            PublicHoliday::LiberationDay => ["Bevrijdingsdag", "Liberation Day"],
            PublicHoliday::AscensionDay => ["Hemelvaartsdag", "Ascension Day"],
            PublicHoliday::WhitSunday => ["eerste pinksterdag", "Whit Sunday"],
            PublicHoliday::WhitMonday => ["tweede pinksterdag", "Whit Monday"],
            PublicHoliday::ChristmasDay => ["eerste kerstdag", "Christmas Day"],
            PublicHoliday::BoxingDay => ["tweede kerstdag", "Boxing Day"],
        })
    }

    /// `meivakantie`.
    pub fn school_holiday(self, kind: SchoolHolidayKind) -> &'static str {
        self.of(match kind {
            SchoolHolidayKind::Autumn => ["herfstvakantie", "autumn holiday"],
            SchoolHolidayKind::Christmas => ["kerstvakantie", "Christmas holiday"],
            SchoolHolidayKind::Spring => ["voorjaarsvakantie", "spring holiday"],
            SchoolHolidayKind::May => ["meivakantie", "May holiday"],
            SchoolHolidayKind::Summer => ["zomervakantie", "summer holiday"],
        })
    }

    /// What closes a day: `Koningsdag`, `weekend`.
    pub fn closed_by(self, closed_by: &ClosedBy) -> String {
        match closed_by {
            ClosedBy::PublicHoliday(holiday) => self.public_holiday(*holiday).to_owned(),
            ClosedBy::SchoolHoliday(kind) => self.school_holiday(*kind).to_owned(),
            ClosedBy::Closure(label) if label.is_empty() => say!(self; "gesloten", "closed"),
            ClosedBy::Closure(label) => label.clone(),
            ClosedBy::Weekend => say!(self; "weekend", "weekend"),
        }
    }

    /// `herfst`: short, for the head of a chart.
    pub fn school_holiday_short(self, kind: SchoolHolidayKind) -> &'static str {
        self.of(match kind {
            SchoolHolidayKind::Autumn => ["herfst", "autumn"],
            SchoolHolidayKind::Christmas => ["kerst", "Christmas"],
            SchoolHolidayKind::Spring => ["voorjaar", "spring"],
            SchoolHolidayKind::May => ["mei", "May"],
            SchoolHolidayKind::Summer => ["zomer", "summer"],
        })
    }

    /// `Midden`.
    pub fn region(self, region: Region) -> &'static str {
        self.of(match region {
            Region::North => ["Noord", "North"],
            Region::Middle => ["Midden", "Middle"],
            Region::South => ["Zuid", "South"],
        })
    }

    texts! {
        today: "vandaag", "today";
    }
}
