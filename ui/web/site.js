// The modules of the site. Each looks for its own part of the page and does nothing where there is none.
import { startCopy } from "./copy.js";
import { startDrafts } from "./drafts.js";
import { startEditing } from "./editing.js";
import { startForms } from "./forms.js";
import { startFound } from "./found.js";
import { startKeys } from "./keys.js";
import { startProgress } from "./progress.js";
import { startQuotes } from "./quote.js";
import { startReading } from "./reading.js";
import { startRecord } from "./record.js";
import { startSearch } from "./search.js";
import { startWalk } from "./walk.js";

startKeys();
startForms();
startDrafts();
startReading();
startEditing();
startRecord();
startFound();
startQuotes();
startWalk();
startSearch();
startProgress();
startCopy();
