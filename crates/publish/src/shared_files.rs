//! The files that every page names.

use std::path::Path;

use anyhow::Result;
use directory::model::Network;

use crate::files::{Asset, ClientFile, Files, read};
use crate::{pictures, scripts, styles};

/// The files that every page names, itself or by its manifest.
#[derive(Debug)]
pub struct SharedFiles {
    /// The style sheet of all pages.
    pub main_styles: Asset,
    /// That of pages with lists.
    pub list_styles: Asset,
    /// That of pages that are read as they were published.
    pub document_styles: Asset,
    /// The script that starts the program.
    pub boot: Asset,
    /// The icon of tabs.
    pub icon: Asset,
    /// The icon of home screens that read no manifest.
    pub touch_icon: Asset,
    /// The icons of the installed app with their size in pixels.
    pub app_icons: [(u32, Asset); 2],
}

impl SharedFiles {
    /// Writes them, from what trunk made, the sheets of `styles`, the colours of
    /// the network and the list of what the program fetches; also favicon.ico,
    /// for those who ask without reading a page.
    ///
    /// # Errors
    /// One cannot be read, drawn or written.
    pub fn write(
        program: &Path,
        styles: &Path,
        network: &Network,
        client_files: &[ClientFile],
        files: &mut Files,
    ) -> Result<Self> {
        let drawing = read(&program.join("icon.svg"))?;
        files.write(
            "favicon.ico",
            pictures::ico(&pictures::icon(&drawing, 48)?)?,
        )?;
        let mut png =
            |size| files.asset(&format!("icon-{size}.png"), pictures::icon(&drawing, size)?);
        let touch_icon = png(180)?;
        let app_icons = [(192, png(192)?), (512, png(512)?)];
        let list_styles = files.asset("lists.css", styles::of_folder(styles, "lists")?)?;
        let document_styles = files.asset("pages.css", styles::of_folder(styles, "pages")?)?;
        // The program changes from the one to the other.
        let style_sheets = [("lists.css", &list_styles), ("pages.css", &document_styles)];
        let boot = scripts::boot(client_files, &style_sheets)?;
        Ok(Self {
            main_styles: files.asset("main.css", styles::of_all_pages(styles, network)?)?,
            list_styles,
            document_styles,
            boot: files.asset("boot.js", boot)?,
            icon: files.copy(program, "icon.svg")?,
            touch_icon,
            app_icons,
        })
    }
}
