//! Words of the family dialog.

use super::{Lang, texts};

impl Lang {
    texts! {
        family_new: "Voeg een gezin toe", "Add a family";
        family_title(code: &str): "Gezin {code}", "Family {code}";
        family_code: "Code", "Code";
        family_code_hint: "Een eigen code, geen naam. Bijvoorbeeld NRD-12.", "A code of your own, no name. For example NRD-12.";
        family_code_known: "Deze code staat al in het plan. Kies een andere code.", "This code is already in the plan. Choose another code.";
        family_born_on: "Geboren op", "Born on";
        family_born_hint(date: &str):
            "Uitgerekend op {date}. Is de baby er nog niet? Laat dit leeg.",
            "Due on {date}. Not born yet? Leave this empty.";
        family_date: "Geboortedatum", "Birth date";
        family_due_date: "Uitgerekende datum", "Due date";
        family_date_hint: "Dag-maand-jaar, bijvoorbeeld 4-1-2027.", "Day-month-year, for example 4-1-2027.";
        family_provisional: "voorlopig: dit is de uitgerekende datum", "provisional: this is the due date";
        family_location: "Locatie", "Location";
        family_other_location: "Andere locatie …", "Another location …";
        family_location_name: "Naam van de nieuwe locatie", "Name of the new location";
        family_half_days: "Wanneer kan dit gezin?", "When can this family come?";
        family_half_days_hint: "Niets aangevinkt: geen voorkeur.", "Nothing ticked: no preference.";
        family_language: "Taal", "Language";
        family_children: "Aantal kinderen", "Number of children";
        family_children_hint: "Tweeling: 2. Het blijft één plek in de groep.", "Twins: 2. It stays one place in the group.";
        family_remove: "Verwijder gezin", "Remove family";
        family_in_group(group: &str): "Zit in groep {group}.", "Is in group {group}.";
        family_gone: "Dit gezin staat niet meer in het plan.", "This family is not in the plan any more.";
    }
}
