"""Prints, as JSON, what newsboat put into its cache."""
import json
import sqlite3
import sys

rows = sqlite3.connect(sys.argv[1])
rows.row_factory = sqlite3.Row
query = 'SELECT guid, title, author, url, pubDate, content, enclosure_url, enclosure_type FROM rss_item ORDER BY pubDate DESC'
print(json.dumps([dict(row) for row in rows.execute(query)]))
