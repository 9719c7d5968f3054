"""Who is who: finds the mentions of an article and joins those that mean one entity."""
