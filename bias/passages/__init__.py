"""Who the persons of an article are: names, titles, pronouns."""
