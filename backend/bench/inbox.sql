SELECT a.id, a.kind, a.due_on, a.opened_on, f.title, o.label, r.name
FROM routes_assignment a
JOIN core_file f ON f.id = a.file_id
JOIN organisation_office o ON o.id = f.office_id
JOIN organisation_region r ON r.id = a.region_id
WHERE a.office_id = %(office)s AND a.state = 'open'
ORDER BY a.due_on, a.id
LIMIT 26
