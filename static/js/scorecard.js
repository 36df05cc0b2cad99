// Scoring saves itself. One draft for each form with `data-autosave`; the words come from
// templates/candidates/_autosave_words.html. Without this script the same forms are submitted.

import { Draft } from "./autosave/draft.js";
import { listenTo } from "./autosave/keys.js";
import { guard } from "./autosave/leaving.js";

// What the page came with for those without a script: the forms show the same, with their own ways out.
const withoutScript = [...document.querySelectorAll("[data-without-script]")];
for (const part of withoutScript) part.remove();

const drafts = [...document.querySelectorAll("form[data-autosave]")].map((form) => new Draft(form));

for (const form of document.querySelectorAll("form[data-keys]")) listenTo(form);

if (withoutScript.length) drafts.find((draft) => draft.unsaved)?.showWhy();

guard(() => drafts);
