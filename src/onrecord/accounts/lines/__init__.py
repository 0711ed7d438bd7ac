"""What a short line of a page says, in any layout: a date, a headline, a button, a form."""
