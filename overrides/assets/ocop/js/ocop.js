/* What every page runs. */

import "./validity.js"
