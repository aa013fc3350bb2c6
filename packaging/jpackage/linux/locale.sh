# Java reads file names in the locale's encoding: without UTF-8 it opens no file whose path has other letters than ASCII.
# So another locale stands in for one that has no UTF-8 or is not installed; numbers are still written as in that one.
numbers=
case $(locale charmap 2>/dev/null || echo "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}") in
  C | POSIX | ANSI_X3.4-1968)
    numbers=${LC_ALL:-${LC_NUMERIC:-${LANG-}}}
    numbers=${numbers%%[.@]*}
    for utf8 in C.UTF-8 $(locale -a 2>/dev/null | grep -i 'utf-\{0,1\}8$'); do
      case $(LC_ALL=$utf8 locale charmap 2>/dev/null || echo UTF-8) in
        UTF-8)
          export LC_ALL="$utf8"
          break
          ;;
      esac
    done
    ;;
esac
case $numbers in
  '' | C | POSIX) numbers= ;;
  *) numbers=-Dpaddock.numbers=$(echo "$numbers" | tr _ -) ;;
esac
