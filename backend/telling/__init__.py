"""Who is told by which channel, what was sent, reminders, calendars and webhooks."""
