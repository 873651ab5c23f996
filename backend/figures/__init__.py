"""*Angka*: dashboards of a territory, its open data, and its journal as a process log. Every figure says where it comes from."""
