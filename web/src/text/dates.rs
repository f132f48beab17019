//! Days, times and half-days in words.

use super::{Lang, texts};
use centering_core::calendar::{
    ClockTime, Date, DateRange, HalfDay, Part, PublicHoliday, Region, SchoolHolidayKind, Workday,
};
use centering_core::schedule::ClosedBy;

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

impl Lang {
    fn pick(
        self,
        names: (&'static str, &'static str, &'static str, &'static str),
        short: bool,
    ) -> &'static str {
        match (self, short) {
            (Self::Nl, false) => names.0,
            (Self::Nl, true) => names.1,
            (Self::En, false) => names.2,
            (Self::En, true) => names.3,
        }
    }

    /// `april`; the month is 1 to 12.
    pub fn month(self, month: u32) -> &'static str {
        let names = MONTHS.get(month.saturating_sub(1) as usize).copied();
        self.pick(names.unwrap_or_default(), false)
    }

    /// `apr`; the month is 1 to 12.
    pub fn month_short(self, month: u32) -> &'static str {
        let names = MONTHS.get(month.saturating_sub(1) as usize).copied();
        self.pick(names.unwrap_or_default(), true)
    }

    fn weekday_names(date: Date) -> (&'static str, &'static str, &'static str, &'static str) {
        let day = date.weekday().num_days_from_monday() as usize;
        WEEKDAYS.get(day).copied().unwrap_or_default()
    }

    /// `dinsdag`.
    pub fn weekday(self, workday: Workday) -> &'static str {
        let names = WEEKDAYS.get(usize::from(workday.index())).copied();
        self.pick(names.unwrap_or_default(), false)
    }

    /// `do 29 apr`, with the year when it differs from that of `near`.
    pub fn day(self, date: Date, near: Option<Date>) -> String {
        let weekday = self.pick(Self::weekday_names(date), true);
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
        let weekday = self.pick(Self::weekday_names(date), false);
        format!(
            "{weekday} {} {} {}",
            date.day(),
            self.month(date.month()),
            date.year()
        )
    }

    /// `donderdag 29 april`.
    pub fn day_long(self, date: Date) -> String {
        let weekday = self.pick(Self::weekday_names(date), false);
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
        match self {
            Self::Nl => format!("{} tot en met {}", day(range.first), day(range.last)),
            Self::En => format!("{} to {}", day(range.first), day(range.last)),
        }
    }

    /// `9.30` in Dutch, `9:30` in English.
    pub fn time(self, time: ClockTime) -> String {
        let separator = match self {
            Self::Nl => '.',
            Self::En => ':',
        };
        format!("{}{separator}{:02}", time.hour(), time.minute())
    }

    /// `ochtend` or `middag`.
    pub fn part(self, part: Part) -> &'static str {
        match (self, part) {
            (Self::Nl, Part::Morning) => "ochtend",
            (Self::Nl, Part::Afternoon) => "middag",
            (Self::En, Part::Morning) => "morning",
            (Self::En, Part::Afternoon) => "afternoon",
        }
    }

    /// `donderdagmiddag`.
    pub fn half_day(self, half_day: HalfDay) -> String {
        let weekday = self.weekday(half_day.workday);
        match self {
            Self::Nl => format!("{weekday}{}", self.part(half_day.part)),
            Self::En => format!("{weekday} {}", self.part(half_day.part)),
        }
    }

    /// `do` or `Thu`.
    pub fn weekday_short(self, workday: Workday) -> &'static str {
        let names = WEEKDAYS.get(usize::from(workday.index())).copied();
        self.pick(names.unwrap_or_default(), true)
    }

    /// `Koningsdag`.
    pub fn public_holiday(self, holiday: PublicHoliday) -> &'static str {
        let (nl, en) = match holiday {
            PublicHoliday::NewYear => ("Nieuwjaarsdag", "New Year's Day"),
            PublicHoliday::GoodFriday => ("Goede Vrijdag", "Good Friday"),
            PublicHoliday::EasterSunday => ("eerste paasdag", "Easter Sunday"),
            PublicHoliday::EasterMonday => ("tweede paasdag", "Easter Monday"),
            PublicHoliday::KingsDay => ("Koningsdag", "King's Day"),
            PublicHoliday::LiberationDay => ("Bevrijdingsdag", "Liberation Day"),
            PublicHoliday::AscensionDay => ("Hemelvaartsdag", "Ascension Day"),
            PublicHoliday::WhitSunday => ("eerste pinksterdag", "Whit Sunday"),
            PublicHoliday::WhitMonday => ("tweede pinksterdag", "Whit Monday"),
            PublicHoliday::ChristmasDay => ("eerste kerstdag", "Christmas Day"),
            PublicHoliday::BoxingDay => ("tweede kerstdag", "Boxing Day"),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// `meivakantie`.
    pub fn school_holiday(self, kind: SchoolHolidayKind) -> &'static str {
        let (nl, en) = match kind {
            SchoolHolidayKind::Autumn => ("herfstvakantie", "autumn holiday"),
            SchoolHolidayKind::Christmas => ("kerstvakantie", "Christmas holiday"),
            SchoolHolidayKind::Spring => ("voorjaarsvakantie", "spring holiday"),
            SchoolHolidayKind::May => ("meivakantie", "May holiday"),
            SchoolHolidayKind::Summer => ("zomervakantie", "summer holiday"),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// What closes a day: `Koningsdag`, `weekend`.
    pub fn closed_by(self, closed_by: &ClosedBy) -> String {
        match (self, closed_by) {
            (_, ClosedBy::PublicHoliday(holiday)) => self.public_holiday(*holiday).to_owned(),
            (_, ClosedBy::SchoolHoliday(kind)) => self.school_holiday(*kind).to_owned(),
            (Self::Nl, ClosedBy::Closure(label)) if label.is_empty() => "gesloten".to_owned(),
            (Self::En, ClosedBy::Closure(label)) if label.is_empty() => "closed".to_owned(),
            (_, ClosedBy::Closure(label)) => label.clone(),
            (_, ClosedBy::Weekend) => "weekend".to_owned(),
        }
    }

    /// `herfst`: short, for the head of a chart.
    pub fn school_holiday_short(self, kind: SchoolHolidayKind) -> &'static str {
        let (nl, en) = match kind {
            SchoolHolidayKind::Autumn => ("herfst", "autumn"),
            SchoolHolidayKind::Christmas => ("kerst", "Christmas"),
            SchoolHolidayKind::Spring => ("voorjaar", "spring"),
            SchoolHolidayKind::May => ("mei", "May"),
            SchoolHolidayKind::Summer => ("zomer", "summer"),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// `Midden`.
    pub fn region(self, region: Region) -> &'static str {
        let (nl, en) = match region {
            Region::North => ("Noord", "North"),
            Region::Middle => ("Midden", "Middle"),
            Region::South => ("Zuid", "South"),
        };
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    texts! {
        today: "vandaag", "today";
    }
}
