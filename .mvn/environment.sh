# Sourced by ./mvnw and ./sheetway: finds a JDK new enough to build and run Sheetway, and Maven's own repository.
# The default `java` of a machine is often older than the JDK installed beside it.

SHEETWAY_MINIMUM_JDK=21

sheetway_java_major() { # sheetway_java_major JAVA_HOME: the feature version of a JDK (not a JRE), or nothing
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

sheetway_find_jdk() {
  sheetway_path_java=$(command -v java 2>/dev/null || true)
  if [ -n "$sheetway_path_java" ]; then
    sheetway_path_java=$(readlink -f "$sheetway_path_java" 2>/dev/null || printf '%s' "$sheetway_path_java")
    sheetway_path_java=${sheetway_path_java%/bin/java}
  fi
  set +f # the callers switch globbing off
  for sheetway_candidate in "${JAVA_HOME-}" "$sheetway_path_java" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$sheetway_candidate" ] || continue
    sheetway_major=$(sheetway_java_major "$sheetway_candidate")
    if [ -n "$sheetway_major" ] && [ "$sheetway_major" -ge "$SHEETWAY_MINIMUM_JDK" ]; then
      JAVA_HOME=$sheetway_candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "sheetway: found no JDK $SHEETWAY_MINIMUM_JDK or newer in JAVA_HOME, PATH or the usual JVM folders; install one and set JAVA_HOME" >&2
  return 1
}

# Maven publishes itself in its own repository, whose address follows from its group id (org.apache.maven).
if [ -z "${MVNW_REPOURL-}" ]; then
  MVNW_REPOURL="https://repo.$(echo org.apache.maven | awk -F. '{print $3"."$2"."$1}')/maven2"
  export MVNW_REPOURL
fi
