//! What is taken along from a member's page: its contact cards, and the form
//! on which its parliament corrects what is published.

use anyhow::Result;
use editing::correction_form;
use exports::cards::cards;

use crate::base_url::BaseUrl;
use crate::files::Files;
use crate::localizations::Localization;
use crate::page_urls::LocalizationUrls;

/// Writes both for every member of a localization; a card only where there is
/// something to put on it.
///
/// # Errors
/// One cannot be written.
pub fn write(localization: &Localization, base_url: &BaseUrl, files: &mut Files) -> Result<()> {
    let directory = localization.site.directory;
    for member in &directory.members {
        let folder = format!("members/{}", member.slug);
        let card = cards(
            directory,
            [member],
            &LocalizationUrls {
                localization,
                base_url,
            },
        );
        if !card.is_empty() {
            files.write(&localization.at(&format!("{folder}/contact.vcf")), card)?;
        }
        let form = correction_form::csv(directory, member);
        files.write(&localization.at(&format!("{folder}/sheet.csv")), form)?;
    }
    Ok(())
}
