"""The journal as a process log that mining tools read: OCEL 2.0 in JSON (docs/open-data.md). Offices and roles, never a person."""
