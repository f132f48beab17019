//! The parts of the program that are loaded after the start screen.

use super::main_job::{TODAY, saved};
use super::page::Page;
use super::{Failure, Outcome};
use std::fs;
use std::path::{Path, PathBuf};
use xtask::serve::{Options, Server};

/// A copy of the site from which files can be taken away.
pub struct Copy {
    site: PathBuf,
    folder: PathBuf,
}

impl Copy {
    pub fn new(name: &str) -> Result<Self, Failure> {
        let site = PathBuf::from(std::env::var("CENTERING_SITE")?);
        let folder = site.with_file_name(format!("browser-copy-{name}"));
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        let copy = Self { site, folder };
        copy.copy("")?;
        copy.copy("pkg")?;
        Ok(copy)
    }

    pub fn copy(&self, below: &str) -> Outcome {
        fs::create_dir_all(self.folder.join(below))?;
        for entry in fs::read_dir(self.site.join(below))? {
            let path = entry?.path();
            if let (true, Some(name)) = (path.is_file(), path.file_name()) {
                fs::copy(&path, self.folder.join(below).join(name))?;
            }
        }
        Ok(())
    }

    /// Takes away what the name of which starts so; at least one file.
    pub fn take_away(&self, below: &str, start: &str) -> Outcome {
        let mut taken = 0;
        for entry in fs::read_dir(self.folder.join(below))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(start) {
                fs::remove_file(&path)?;
                taken += 1;
            }
        }
        if taken == 0 {
            return Err(format!("the site has no {below}/{start}").into());
        }
        Ok(())
    }

    pub fn path(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What stays behind is overwritten by the next run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

pub async fn a_part_that_cannot_load_is_named_and_tried_again(page: &mut Page) -> Outcome {
    let copy = Copy::new(page.engine().name())?;
    copy.take_away("pkg", "pack_first")?;
    let server = Server::start(copy.path(), Options::default())?;
    page.visit(server.address().to_string());
    page.open_planner("index.html", TODAY).await?;
    page.click("button", "Bekijk het voorbeeld").await?;
    page.sees("Dit deel van de planner kan nu niet laden")
        .await?;
    page.find("h1", "Van geboortelijst").await?;
    page.click("button", "English").await?;
    page.sees("This part of the planner cannot load now")
        .await?;
    page.click("button", "Nederlands").await?;
    copy.copy("pkg")?;
    // What was asked before happens now.
    page.click("button", "Probeer het opnieuw").await?;
    page.find("h1", "Vandaag").await?;
    saved(page).await?;

    // A plan that is stored waits for its part too, and is not taken for lost.
    copy.take_away("pkg", "pack_first")?;
    page.client().refresh().await?;
    page.sees("Dit deel van de planner kan nu niet laden")
        .await?;
    copy.copy("pkg")?;
    page.click("button", "Probeer het opnieuw").await?;
    page.find("h1", "Vandaag").await?;
    page.sees("Opgeslagen in deze browser").await?;

    // Without the planner a plan is shown, and nothing is said of its problems.
    copy.take_away("pkg", "pack_planner")?;
    page.client().refresh().await?;
    page.sees("Dit deel van de planner kan nu niet laden")
        .await?;
    page.find("h1", "Vandaag").await?;
    page.find("nav button", "Wordt nagekeken").await?;
    copy.copy("pkg")?;
    page.click("button", "Probeer het opnieuw").await?;
    page.find("nav button", "Kan niet").await?;
    Ok(())
}
