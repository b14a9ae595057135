@echo off
rem Starts minimax-mcp on Java 17 or newer: MINIMAX_MCP_JAVA, else JAVA_HOME, else java on the PATH.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined MINIMAX_MCP_JAVA set "JAVA=%MINIMAX_MCP_JAVA%"
set "OPTIONS=-Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Djava.awt.headless=true -Dio.netty.jfr.enabled=false"
if /i "%~1"=="http" (set "OPTIONS=%OPTIONS% -Xms64m -Xmn32m -Xmx512m") else (set "OPTIONS=%OPTIONS% -Xms16m -Xmx256m -XX:TieredStopAtLevel=1")
"%JAVA%" %OPTIONS% %MINIMAX_MCP_JAVA_OPTS% -cp "%HERE%\lib\server.jar" io.minimaxmcp.server.Main %*
exit /b %ERRORLEVEL%
