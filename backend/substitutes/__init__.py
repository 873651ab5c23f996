"""Pejabat pengganti and serah terima jabatan: who stands in for whom, what he did, and that nothing is stuck."""
