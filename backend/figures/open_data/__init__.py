"""*Data terbuka*: what anybody may read of a regency, on a day, by Kemendagri's codes. No login, nothing about persons."""
