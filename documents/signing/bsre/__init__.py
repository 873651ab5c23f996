"""BSrE's client service, in both generations seen in public client code. No official document was read: UNVERIFIED."""
