#!/bin/sh
# Builds, copies what changed to a server, and tells the WebSub hub: ./rsync.sh user@example.org:/var/www/feeds
# For cron: articles of the future are published when their time has come.
set -eu
target=${1:?where to? user@host:/folder}

npx feedwright build --quiet
# Pages and pictures before the feeds that name them; what is gone goes last. Times are kept, for If-Modified-Since.
rsync --archive --exclude rss.xml --exclude atom.xml --exclude feed.json dist/ "$target/"
rsync --archive --delete-after dist/ "$target/"
if grep -Eq '^(hub|cloud):' feedwright.config.yaml 2> /dev/null; then npx feedwright notify; fi
