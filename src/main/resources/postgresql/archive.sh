#!/bin/sh
# Keeps one finished file of the write-ahead log: archive.sh <path> <name> <folder>. Whatever interrupts it, <folder> holds
# only whole files, and PostgreSQL asks again until it is told that all is well.
set -eu
kept="$3/$2.gz"
if [ -e "$kept" ]; then
    # Kept before PostgreSQL could note it; another content under the same name is never written over.
    gzip -dc "$kept" | cmp -s - "$1"
    exit
fi
part="$kept.$$.part"
gzip -1 <"$1" >"$part"
sync "$part"
mv "$part" "$kept"
sync "$3"
