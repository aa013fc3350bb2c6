# Makes the app's folder and its .msi for this Windows under target\package. Not yet run on Windows.
#
# Needs a JDK 25 in JAVA_HOME, Maven, and the WiX toolset. Training the AOT cache moves pointer and keys for half a
# minute. Hands off meanwhile.
$ErrorActionPreference = 'Stop'
Set-Location "$PSScriptRoot\..\.."
function Assert-Success { if ($LASTEXITCODE -ne 0) { throw "The last command ended with $LASTEXITCODE." } }
$app = ConvertFrom-StringData (Get-Content -Raw packaging\jpackage\app.properties)
mvn -q -B test-compile
Assert-Success
$classes = "target\test-classes;target\classes;$(Get-Content target\test-class-path)"
$image = & "$env:JAVA_HOME\bin\java" --enable-native-access=ALL-UNNAMED -cp $classes dev.paddock.packaging.Package |
    Select-Object -Last 1
Assert-Success
$built = ConvertFrom-StringData (Get-Content -Raw target\classes\dev\paddock\version.properties)
& "$env:JAVA_HOME\bin\jpackage" --type msi --app-image $image --name $app.name --vendor $app.vendor `
    --app-version ($built.version -replace '-.*') --description $app.summary `
    --file-associations packaging\jpackage\gguf.properties `
    --win-menu --win-shortcut --win-per-user-install --dest target\package
Assert-Success
