/* What every page runs. */

import "./validity.js"
import "./loader.js"
