//! What is taken along from a member's page: its contact cards, and the sheet
//! on which its parliament corrects what is published.

use anyhow::Result;
use directory::model::Member;
use editing::correction_form;
use exports::cards::cards;
use hemicycle::Page;

use crate::editions::Edition;
use crate::files::Files;
use crate::links::Links;

/// The cards of these members, with the addresses of their pages where the
/// site knows its own.
pub fn of<'a>(
    edition: &Edition,
    links: &Links,
    members: impl IntoIterator<Item = &'a Member>,
) -> String {
    let directory = edition.site.directory;
    let page = |member: &Member| {
        let member = directory
            .member(&member.id)
            .filter(|_| links.are_absolute())?;
        Some(links.to(&edition.address(Page::Member(member)), ""))
    };
    cards(directory, members, &page)
}

/// Writes both for every member of an edition; a card only where there is
/// something to put on it.
///
/// # Errors
/// One cannot be written.
pub fn write(edition: &Edition, links: &Links, files: &mut Files) -> Result<()> {
    let directory = edition.site.directory;
    for member in &directory.members {
        let folder = format!("members/{}", member.slug);
        let card = of(edition, links, [member]);
        if !card.is_empty() {
            files.write(&edition.at(&format!("{folder}/contact.vcf")), card)?;
        }
        let sheet = correction_form::csv(directory, member);
        files.write(&edition.at(&format!("{folder}/sheet.csv")), sheet)?;
    }
    Ok(())
}
