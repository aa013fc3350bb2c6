# Sourced by the tests beside it: checks, and a screen to look at. Needs Xvfb, ImageMagick and xdotool.
failed=0

check() { # NAME COMMAND…: passes if the command does
  local name=$1 out
  shift
  if out=$("$@" 2>&1); then
    echo "ok    $name"
  else
    echo "FAIL  $name"
    sed 's/^/      /' <<<"$out"
    failed=1
  fi
}

# A display server that any user and any root folder may use; sets DISPLAY and $screen_pid.
open_screen() {
  local number
  exec {screen_fd}< <(exec Xvfb -displayfd 1 -ac -nolisten tcp -screen 0 1300x900x24 2>/dev/null)
  screen_pid=$!
  read -r number <&"$screen_fd"
  export DISPLAY=:$number
}

close_screen() { [ -z "${screen_pid:-}" ] || kill "$screen_pid" 2>/dev/null || true; }

colors() { import -window root -depth 8 -format %k info: 2>/dev/null || echo 0; }

# Waits until text and icons are seen, then takes a picture: shown PID PICTURE
shown() {
  local i
  for ((i = 0; i < 300; i++)); do
    if [ "$(colors)" -ge 200 ]; then
      sleep 2
      import -window root "$2"
      return 0
    fi
    kill -0 "$1" 2>/dev/null || { echo "it ended"; return 1; }
    sleep 0.1
  done
  echo "nothing was drawn"
  return 1
}

# Ends the app with its own key, as a person would: quits PID
quits() {
  local i
  xdotool key ctrl+q
  for ((i = 0; i < 200; i++)); do
    kill -0 "$1" 2>/dev/null || { wait "$1"; return; }
    sleep 0.1
  done
  echo "it did not end"
  kill -KILL "$1"
  return 1
}
