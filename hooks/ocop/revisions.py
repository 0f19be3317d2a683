"""What Git knows of the catalogue: an earlier state of the files, and the lines that were touched since."""
