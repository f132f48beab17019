//! Words of the start screen and of the dialogs that explain.

use super::{Lang, texts};

impl Lang {
    texts! {
        start_title: "Van geboortelijst naar een jaar vol bijeenkomsten", "From a list of births to a year of sessions";
        start_before: "Wil je CenteringOuderschap invoeren?", "Do you want to introduce CenteringOuderschap?";
        start_steps: "Begin met het stappenplan", "Begin with the step plan";
        start_lead:
            "Plan je CenteringOuderschap op een consultatiebureau (JGZ)? De planner maakt groepen van gezinnen met baby’s van dezelfde leeftijd. En zoekt voor elke bijeenkomst een dag die past bij de kinderen, het vaste dagdeel en de vakanties.",
            "Do you plan CenteringOuderschap (CenteringParenting) at a Dutch well-baby clinic (consultatiebureau, JGZ)? The planner makes groups of families with babies of the same age. And it finds a day for every session that suits the children, the fixed half-day and the holidays.";
        start_new: "Plak je lijst uit Excel of voeg zelf gezinnen toe", "Paste your list from Excel or add families yourself";
        start_example: "Drie locaties, twaalf groepen. Je kunt alles uitproberen", "Three locations, twelve groups. You can try everything";
        start_open: "Een plan dat je eerder bewaarde, of een CSV-lijst", "A plan you saved before, or a CSV list";
        start_continue: "Ga verder met je plan", "Go on with your plan";
        stays_here: "Je plan blijft in deze browser.", "Your plan stays in this browser.";
        stays_here_more: "We sturen niets door. Gebruik codes voor gezinnen, geen namen.", "We send nothing. Use codes for families, no names.";
        privacy_link: "Zo gaan we om met gegevens", "How we treat data";
        how: "Zo werkt het", "How it works";
        how_1: "Plak je lijst", "Paste your list";
        how_1_text:
            "Per gezin een code, de geboortedatum en de locatie. Regels die niet kloppen wijzen we aan.",
            "Per family a code, the birth date and the location. We point out lines that are not right.";
        how_2: "De planner maakt een voorstel", "The planner makes a proposal";
        how_2_text:
            "Groepen van 6 tot 8 gezinnen en acht datums per groep, buiten feestdagen en zo veel mogelijk buiten schoolvakanties.",
            "Groups of 6 to 8 families and eight dates per group, never on public holidays and outside school holidays where possible.";
        how_3: "Jij beslist", "You decide";
        how_3_text:
            "Verschuif, zet vast of vraag: waarom deze datum? Je ziet meteen wat een keuze doet met de andere datums.",
            "Move, pin or ask: why this date? You see at once what a choice does to the other dates.";
        kring_alt:
            "Acht bijeenkomsten in een kring rond zes tot acht gezinnen: van 4 weken tot 14 maanden. Bij bijeenkomst 1, 3, 6 en 8 is de jeugdarts erbij.",
            "Eight sessions in a circle around six to eight families: from 4 weeks to 14 months. The youth physician joins sessions 1, 3, 6 and 8.";
        weeks(count: u8): "{count} weken", "{count} weeks";
        months(count: u8): "{count} mnd", "{count} months";
        families_word: "gezinnen", "families";
        legend_family: "gezin", "family";
        legend_session: "bijeenkomst van 2 uur", "session of 2 hours";
        legend_physician: "met jeugdarts", "with youth physician";
    }
}
