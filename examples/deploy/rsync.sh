#!/bin/sh
# Builds, copies what changed to a server, and notifies the WebSub hub: ./rsync.sh user@example.org:/var/www/feeds
# Run it with cron to publish articles dated in the future.
set -eu
target=${1:?usage: rsync.sh user@host:/folder}

npx feedwright build --quiet
# Pages and pictures before the feeds that refer to them, deletions last. Modification times are kept for If-Modified-Since.
rsync --archive --exclude rss.xml --exclude atom.xml --exclude feed.json dist/ "$target/"
rsync --archive --delete-after dist/ "$target/"
if grep -Eq '^(hub|cloud):' feedwright.config.yaml 2> /dev/null; then npx feedwright notify; fi
