"""Records on their way in: new ones, those that an office keeps as a list, and the one form in which all are written."""
