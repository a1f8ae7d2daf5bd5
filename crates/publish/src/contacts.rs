//! What is taken along from a member's page: its contact cards, and the form
//! on which its parliament corrects what is published.

use anyhow::Result;
use editing::correction_form;
use exports::cards::cards;

use crate::base_url::BaseUrl;
use crate::editions::Edition;
use crate::files::Files;
use crate::page_urls::EditionUrls;

/// Writes both for every member of an edition; a card only where there is
/// something to put on it.
///
/// # Errors
/// One cannot be written.
pub fn write(edition: &Edition, base_url: &BaseUrl, files: &mut Files) -> Result<()> {
    let directory = edition.site.directory;
    for member in &directory.members {
        let folder = format!("members/{}", member.slug);
        let card = cards(directory, [member], &EditionUrls { edition, base_url });
        if !card.is_empty() {
            files.write(&edition.at(&format!("{folder}/contact.vcf")), card)?;
        }
        let form = correction_form::csv(directory, member);
        files.write(&edition.at(&format!("{folder}/sheet.csv")), form)?;
    }
    Ok(())
}
