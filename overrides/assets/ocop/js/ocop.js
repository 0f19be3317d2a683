/* What every page runs. */

import "./validity.js"
import "./loader.js"

/* What only the page of a record needs comes after it has been shown. */
const main = document.getElementById("main")
if (document.querySelector(".tools")) import(new URL(main.dataset.record, document.baseURI))
