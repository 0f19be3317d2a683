/* What comes once a page has been shown: what a record says of the visitor's own moment, and the trader's list. */

import "./record/record.js"
import "./list/add.js"
