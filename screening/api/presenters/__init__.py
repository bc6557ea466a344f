"""What other programs are answered: systems, rows, persons, exams, and the document of it all."""
