#!/usr/bin/env bash
# praat/reference.sh COACHING_TRUTH > praat/reference.txt: asks Praat what it hears in the sounds of the corpus.
# COACHING_TRUTH is the built program; needs the Debian package praat.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
sounds=$(mktemp -d)
trap 'rm -rf -- "$sounds"' EXIT
"$1" --write-sounds "$sounds" >&2
"$1" --write-sounds "$sounds" --tuning >&2
echo "# Made by reference.sh with $(praat --version) and $(espeak-ng --version | cut -d' ' -f1-4)."
for file in "$sounds"/*.wav; do
  name=$(basename "$file" .wav)
  echo "take $name $(soxi -V1 -s "$file")"
  nuclei=$(praat --run "$here/syllables.praat" "$file")
  echo "syllables $(wc -l <<<"$nuclei")"
  # The loudest ones, 3 s apart at least.
  sort -k2,2 -rn <<<"$nuclei" | awk '
    { for (i = 1; i <= n; i++) if ($1 - at[i] < 3 && at[i] - $1 < 3) next; if (n < 5) at[++n] = $1 }
    END { printf "nuclei"; for (i = 1; i <= n; i++) printf " %s", at[i]; print "" }'
  case $name in
    judging-made-[0-3] | tuning-made-[0-1] | es-[13578] | en-[1378])
      praat --run "$here/pitch.praat" "$file" | awk '
        NR == 1 { printf "pitch %s", $1 }
        $2 > 0 { if (silent) printf " -%d", silent; silent = 0; printf " %d", $2 * 10 + 0.5; next }
        { silent++ }
        END { if (silent) printf " -%d", silent; print "" }' ;;
  esac
done
