#!/usr/bin/env bash
# Text browsers read out what HTML hides; one of three obeys style in its place.
#
# HTML says of `hidden` that the element is not to be shown, of a <template>
# that its content is no part of the page, of a <dialog> that is not open and
# of closed <details> likewise. That holds without any style sheet.
#
# A good guess: a browser that draws text and has no style sheets leaves out
# `hidden` and the content of <template>, as the standard has had it for more
# than ten years; and style="display:none" means nothing to it.
# What happens: lynx, w3m and links show all of these, word for word, the
# content of <template> too. links alone leaves out what has display:none in a
# style attribute, though it reads no style sheet; it shows <p hidden>. So the
# only place for words that must not be read yet is an attribute.
#
# Seen on 29 November 2026, Debian 12's lynx 2.9.0dev.12, w3m 0.5.3+git20230121,
# links2 2.28.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# Unpacked here with their libraries, not installed.
programs=(lynx=2.9.0dev.12-1 lynx-common=2.9.0dev.12-1 w3m=0.5.3+git20230121-2 links2=2.28-1+b2)
libraries=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances lynx w3m links2 | grep -E '^lib[a-z0-9.+-]+$' | grep -vE '^(libc6|libc-bin|libgcc-s1|libcrypt1|libsystemd0|libpam.*)$' | sort -u)
# shellcheck disable=SC2086
apt-get download -q "${programs[@]}" $libraries >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH="$folder/root/usr/lib/$(uname -m)-linux-gnu:$folder/root/lib/$(uname -m)-linux-gnu"
export HOME="$folder" LYNX_CFG="$folder/root/etc/lynx/lynx.cfg"

cat >page.html <<'HTML'
<!doctype html>
<html lang="en">
<title>page</title>
<p>shown</p>
<p hidden>hidden</p>
<template><p>template</p></template>
<dialog><p>dialog</p></dialog>
<details><summary>shown</summary><p>details</p></details>
<p style="display: none">style</p>
<p data-text="attribute">shown</p>
HTML

cat >expected <<'TXT'
lynx  shown hidden template dialog shown details style shown
w3m   shown hidden template dialog shown details style shown
links shown hidden template dialog shown details shown
TXT

words() { tr -s ' \n' ' ' | sed 's/^ //; s/ $//'; }
bin="$folder/root/usr/bin"
{
  echo "lynx  $("$bin/lynx" -dump -nolist page.html | words)"
  echo "w3m   $("$bin/w3m" -dump page.html | words)"
  echo "links $("$bin/links2" -dump page.html | words)"
} | tee seen
diff expected seen
