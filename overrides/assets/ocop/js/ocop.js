/* What every page runs. */

import "./validity.js"
import "./loader.js"

/* What a page can do without comes after it has been shown. */
import(new URL(document.getElementById("main").dataset.more, document.baseURI))
