@echo off
rem Runs stslint as it is installed, from any directory. Standard output belongs to stslint alone.
rem
rem   JAVA_HOME           the JDK to use; else java on the PATH; 17 or newer
rem   STSLINT_JAVA_OPTS   more options for the JVM, e.g. -Xmx4g
rem
rem No blocks in parentheses: paths such as C:\Program Files (x86) would end them. No delayed expansion: arguments may hold
rem an exclamation mark. No archive of loaded classes, which the launcher for Unix makes in the background: what a command
rem file leaves behind keeps the handles of its caller, and a pipe would wait for it.
setlocal DisableDelayedExpansion
set "stslint_jar=%~dp0..\lib\stslint.jar"

if defined JAVA_HOME goto given
set "stslint_java="
for %%i in (java.exe) do set "stslint_java=%%~$PATH:i"
if defined stslint_java goto ask
>&2 echo stslint: no Java found: set JAVA_HOME, or put java on the PATH ^(JDK 17 or newer^)
exit /b 2

:given
set "stslint_java=%JAVA_HOME:"=%\bin\java.exe"
if not exist "%stslint_java%" goto missing

rem The version from the JDK's release file, since starting a JVM to ask costs more than a small run; java on the PATH is
rem often a copy that stands elsewhere, and is asked.
set "stslint_version="
if exist "%JAVA_HOME:"=%\release" for /f "usebackq tokens=1,2 delims== " %%k in ("%JAVA_HOME:"=%\release") do if "%%k"=="JAVA_VERSION" set "stslint_version=%%~l"
if defined stslint_version goto check

:ask
set "stslint_version="
for /f "tokens=3" %%v in ('call "%stslint_java%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined stslint_version set "stslint_version=%%~v"
if not defined stslint_version goto mute

:check
rem 1.8.0_402 is 8, 17.0.9 is 17, 26-ea is 26.
if "%stslint_version:~0,2%"=="1." set "stslint_version=%stslint_version:~2%"
for /f "tokens=1 delims=.-+_" %%v in ("%stslint_version%") do set "stslint_version=%%v"
if %stslint_version% LSS 17 goto old

"%stslint_java%" -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:-UsePerfData -Xmx2g -XX:+UseParallelGC ^
    -XX:ParallelGCThreads=2 -XX:GCTimeRatio=4 -XX:MaxTenuringThreshold=1 -XX:NewRatio=5 -XX:NewSize=96m ^
    -XX:CompileThresholdScaling=4 -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions ^
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 ^
    %STSLINT_JAVA_OPTS% -cp "%stslint_jar%" dev.stslint.start.Launcher %*
exit /b %ERRORLEVEL%

:missing
>&2 echo stslint: JAVA_HOME is "%JAVA_HOME:"=%", but there is no bin\java.exe in it
exit /b 2

:mute
>&2 echo stslint: "%stslint_java%" does not tell its version
exit /b 2

:old
>&2 echo stslint: "%stslint_java%" is Java %stslint_version%, stslint needs 17 or newer
exit /b 2
