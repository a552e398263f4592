<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActMenu</name>
    <message>
        <source>Copy as AWS CLI</source>
        <translation>Als AWS CLI kopieren</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>This is a capture: nothing here can act, only be looked at.</source>
        <translation>Dies ist eine Aufzeichnung: hier lässt sich nichts auslösen, nur ansehen.</translation>
    </message>
</context>
<context>
    <name>CertificatePage</name>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>ClassReport</name>
    <message>
        <source>A name is needed, any name: the list shows it.</source>
        <translation>Es braucht einen Namen, irgendeinen: Er steht in der Liste.</translation>
    </message>
    <message>
        <source>A name neither begins nor ends with a space.</source>
        <translation>Ein Name beginnt und endet nicht mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” cannot be in a name: it becomes part of a topic.</source>
        <translation>„%1“ kann in einem Namen nicht stehen: Er wird Teil eines Topics.</translation>
    </message>
    <message>
        <source>There is a character in the name that cannot be seen.</source>
        <translation>Im Namen ist ein Zeichen, das man nicht sieht.</translation>
    </message>
</context>
<context>
    <name>CodePackage</name>
    <message>
        <source>the package cannot be written: %1</source>
        <translation>Das Paket lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>the package cannot be read back</source>
        <translation>Das Paket lässt sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>the package is too large for the memory</source>
        <translation>Das Paket ist zu groß für den Speicher</translation>
    </message>
    <message>
        <source>the package is no zip file</source>
        <translation>Das Paket ist keine Zip-Datei</translation>
    </message>
    <message>
        <source>%1 of the package is damaged</source>
        <translation>%1 im Paket ist beschädigt</translation>
    </message>
</context>
<context>
    <name>CodeText</name>
    <message>
        <source>The client asked for a host name that the server&apos;s certificate does not have, or spoke HTTP where TLS is spoken.</source>
        <translation>Der Client hat nach einem Namen gefragt, den das Zertifikat des Servers nicht hat, oder HTTP gesprochen, wo TLS gesprochen wird.</translation>
    </message>
    <message>
        <source>Copy the endpoint instead of typing it, and compare it letter by letter.</source>
        <translation>Den Endpunkt kopieren statt tippen, und Buchstabe für Buchstabe vergleichen.</translation>
    </message>
    <message>
        <source>A signature, an ARN or a policy names another region or account than the endpoint&apos;s.</source>
        <translation>Eine Signatur, ein ARN oder eine Policy nennt eine andere Region oder ein anderes Konto als der Endpunkt.</translation>
    </message>
    <message>
        <source>Set the region in one place, and look at the ARNs in the policy.</source>
        <translation>Die Region an einer einzigen Stelle setzen und die ARNs in der Policy ansehen.</translation>
    </message>
    <message>
        <source>The certificate is not active, not registered, or has no policy.</source>
        <translation>Das Zertifikat ist nicht aktiv, nicht registriert oder hat keine Policy.</translation>
    </message>
    <message>
        <source>In Security choose the certificate: the chain shows what is missing, with a button that mends it.</source>
        <translation>Unter Sicherheit das Zertifikat wählen: Die Kette zeigt, was fehlt, mit einem Knopf, der es behebt.</translation>
    </message>
    <message>
        <source>Certificate, private key and root do not belong together.</source>
        <translation>Zertifikat, privater Schlüssel und Wurzel gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Take all three files from the same download; a key fits only the certificate that was made with it.</source>
        <translation>Alle drei Dateien aus demselben Download nehmen; ein Schlüssel passt nur zu dem Zertifikat, mit dem er gemacht wurde.</translation>
    </message>
    <message>
        <source>No policy lets a client connect under this id.</source>
        <translation>Keine Policy lässt einen Client unter dieser Id herein.</translation>
    </message>
    <message>
        <source>Use the thing&apos;s name as client id, or widen iot:Connect in the policy.</source>
        <translation>Den Namen des Dings als Client-Id nehmen oder iot:Connect in der Policy weiter fassen.</translation>
    </message>
    <message>
        <source>The policy does not allow this topic. AWS hangs up then, without a word.</source>
        <translation>Die Policy erlaubt dieses Topic nicht. AWS legt dann wortlos auf.</translation>
    </message>
    <message>
        <source>Two programs use the same client id and throw each other out.</source>
        <translation>Zwei Programme benutzen dieselbe Client-Id und werfen einander hinaus.</translation>
    </message>
    <message>
        <source>Stop one of them or give it another id. The other one is often a forgotten terminal.</source>
        <translation>Eines beenden oder ihm eine andere Id geben. Das andere ist oft ein vergessenes Terminal.</translation>
    </message>
    <message>
        <source>A clock is off, so that signatures or certificates are too early or too late.</source>
        <translation>Eine Uhr geht falsch, sodass Signaturen oder Zertifikate zu früh oder zu spät sind.</translation>
    </message>
    <message>
        <source>Let the network set the clock, then try again.</source>
        <translation>Die Uhr vom Netz stellen lassen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The port does not speak what the client speaks.</source>
        <translation>Der Port spricht nicht, was der Client spricht.</translation>
    </message>
    <message>
        <source>MQTT with a certificate goes to 8883. At 443 it needs the ALPN name x-amzn-mqtt-ca.</source>
        <translation>MQTT mit einem Zertifikat geht an 8883. An 443 braucht es den ALPN-Namen x-amzn-mqtt-ca.</translation>
    </message>
    <message>
        <source>The shadow service refused an update.</source>
        <translation>Der Shadow-Dienst hat eine Änderung abgelehnt.</translation>
    </message>
    <message>
        <source>The attendee&apos;s own card names the node that is wrong, or the two writers of one version; …/update/rejected says it, too.</source>
        <translation>Die Karte auf dem eigenen Rechner nennt den Knoten, der falsch ist, oder die zwei Schreiber einer Version; …/update/rejected sagt es auch.</translation>
    </message>
    <message>
        <source>Desired and reported stay different.</source>
        <translation>Desired und reported bleiben verschieden.</translation>
    </message>
    <message>
        <source>The device has to report the same value in the same type: 12 is not &quot;12&quot;.</source>
        <translation>Das Gerät muss denselben Wert im selben Typ melden: 12 ist nicht &quot;12&quot;.</translation>
    </message>
    <message>
        <source>Access keys are not known, are wrong, or have ended.</source>
        <translation>Zugangsschlüssel sind unbekannt, falsch oder abgelaufen.</translation>
    </message>
    <message>
        <source>Take new ones; in a terminal, set the variables of the workspace again.</source>
        <translation>Neue nehmen; in einem Terminal die Variablen des Arbeitsbereichs noch einmal setzen.</translation>
    </message>
    <message>
        <source>A last will did not come, or came as a surprise.</source>
        <translation>Ein letzter Wille kam nicht oder kam überraschend.</translation>
    </message>
    <message>
        <source>A clean goodbye sends none. After a cut it takes 1.5 × the keep alive, and the policy has to allow the will&apos;s topic.</source>
        <translation>Ein ordentlicher Abschied schickt keinen. Nach einem Schnitt dauert es 1,5 × Keep-alive, und die Policy muss das Topic des Willens erlauben.</translation>
    </message>
    <message>
        <source>A code of another version of the program</source>
        <translation>Ein Code einer anderen Version des Programms</translation>
    </message>
    <message>
        <source>Easily mixed up: iot:Publish and iot:Receive are about topic/NAME, iot:Subscribe is about topicfilter/FILTER.</source>
        <translation>Leicht verwechselt: Bei iot:Publish und iot:Receive geht es um topic/NAME, bei iot:Subscribe um topicfilter/FILTER.</translation>
    </message>
    <message>
        <source>A device asked where its core is and was told of none.</source>
        <translation>Ein Gerät hat nach seinem Core gefragt und keinen genannt bekommen.</translation>
    </message>
    <message>
        <source>403: the policy needs greengrass:Discover. 404: put the thing into the group, and deploy the group.</source>
        <translation>403: Die Policy braucht greengrass:Discover. 404: Das Thing in die Gruppe aufnehmen und die Gruppe ausliefern.</translation>
    </message>
    <message>
        <source>The addresses that a core told lead nowhere from where its device is.</source>
        <translation>Die Adressen, die ein Core genannt hat, führen vom Gerät aus nirgendwohin.</translation>
    </message>
    <message>
        <source>Set the addresses of the core to one that the device can reach, in the connectivity information.</source>
        <translation>In den Verbindungsdaten des Core eine Adresse eintragen, die das Gerät erreicht.</translation>
    </message>
    <message>
        <source>A core does not start, or cannot let devices in.</source>
        <translation>Ein Core startet nicht oder kann keine Geräte einlassen.</translation>
    </message>
    <message>
        <source>greensward doctor --folder FOLDER names the member of config.json that is wrong, or the port that is taken.</source>
        <translation>greensward doctor --folder ORDNER nennt, was in config.json nicht stimmt, oder den belegten Port.</translation>
    </message>
    <message>
        <source>A role that Greengrass or a device acts by is missing or trusts another service.</source>
        <translation>Eine Rolle, mit der Greengrass oder ein Gerät handelt, fehlt oder vertraut einem anderen Dienst.</translation>
    </message>
    <message>
        <source>The service role belongs to account and region, the group&apos;s role to the group; the card has the lines.</source>
        <translation>Die Servicerolle gehört zu Konto und Region, die Rolle der Gruppe zur Gruppe; auf der Karte stehen die Zeilen.</translation>
    </message>
    <message>
        <source>A deployment waits for its core, or failed.</source>
        <translation>Ein Deployment wartet auf seinen Core oder ist gescheitert.</translation>
    </message>
    <message>
        <source>Look whether the core is connected, and whether the group names this thing and this certificate as its core.</source>
        <translation>Nachsehen, ob der Core verbunden ist und ob die Gruppe dieses Thing und dieses Zertifikat als ihren Core nennt.</translation>
    </message>
    <message>
        <source>A message at a core leads nowhere, or a shadow is not kept in step with the cloud.</source>
        <translation>Eine Nachricht an einem Core führt nirgendwohin, oder ein Shadow wird nicht mit der Cloud abgeglichen.</translation>
    </message>
    <message>
        <source>Add the route from this source for this topic, and deploy; for shadows SyncShadow in the group.</source>
        <translation>Die Route von dieser Quelle für dieses Topic eintragen und ausliefern; bei Shadows SyncShadow in der Gruppe.</translation>
    </message>
</context>
<context>
    <name>ConsoleFile</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>DeploymentModel</name>
    <message>
        <source>Building</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehlschlag</translation>
    </message>
</context>
<context>
    <name>DeviceState</name>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet sich</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>%1 %2. %3 (%4)</source>
        <translation>%1 %2. %3 (%4)</translation>
    </message>
    <message>
        <source>Wrong endpoint name</source>
        <translation>Falscher Endpunkt</translation>
    </message>
    <message>
        <source>Two regions</source>
        <translation>Zwei Regionen</translation>
    </message>
    <message>
        <source>Certificate not active, not known, or without a policy</source>
        <translation>Zertifikat nicht aktiv, nicht bekannt oder ohne Policy</translation>
    </message>
    <message>
        <source>A certificate or key file does not fit</source>
        <translation>Eine Zertifikats- oder Schlüsseldatei passt nicht</translation>
    </message>
    <message>
        <source>Client id not allowed</source>
        <translation>Client-Id nicht erlaubt</translation>
    </message>
    <message>
        <source>Publish or subscribe not allowed</source>
        <translation>Senden oder Abonnieren nicht erlaubt</translation>
    </message>
    <message>
        <source>Two clients, one id</source>
        <translation>Zwei Clients, eine Id</translation>
    </message>
    <message>
        <source>A clock is wrong</source>
        <translation>Eine Uhr geht falsch</translation>
    </message>
    <message>
        <source>Port and protocol do not fit</source>
        <translation>Port und Protokoll passen nicht</translation>
    </message>
    <message>
        <source>Discovery finds no core</source>
        <translation>Discovery findet keinen Core</translation>
    </message>
    <message>
        <source>The core cannot be reached</source>
        <translation>Der Core ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The core does not start</source>
        <translation>Der Core startet nicht</translation>
    </message>
    <message>
        <source>A role is missing</source>
        <translation>Eine Rolle fehlt</translation>
    </message>
    <message>
        <source>The deployment does not arrive</source>
        <translation>Das Deployment kommt nicht an</translation>
    </message>
    <message>
        <source>Sent, and nobody gets it</source>
        <translation>Gesendet, und niemand bekommt es</translation>
    </message>
    <message>
        <source>Shadow update rejected</source>
        <translation>Shadow-Update abgelehnt</translation>
    </message>
    <message>
        <source>The delta stays</source>
        <translation>Das Delta bleibt</translation>
    </message>
    <message>
        <source>Credentials expired or not known</source>
        <translation>Zugangsdaten abgelaufen oder nicht bekannt</translation>
    </message>
    <message>
        <source>The last will surprises</source>
        <translation>Der Will überrascht</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>worth a check</source>
        <translation>einen Blick wert</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>gefragt nach</translation>
    </message>
    <message>
        <source>the server&apos;s certificate names</source>
        <translation>das Zertifikat des Servers nennt</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>the gateway saw</source>
        <translation>das Gateway sah</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>policies</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>things</source>
        <translation>Things</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>clock here</source>
        <translation>Uhr hier</translation>
    </message>
    <message>
        <source>clock of the client</source>
        <translation>Uhr des Clients</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>differs from</source>
        <translation>weicht ab von</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>has no value here</source>
        <translation>hat hier keinen Wert</translation>
    </message>
    <message>
        <source>line to add</source>
        <translation>fehlende Zeile</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>offered (ALPN)</source>
        <translation>angeboten (ALPN)</translation>
    </message>
    <message>
        <source>spoken here (ALPN)</source>
        <translation>hier gesprochen (ALPN)</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>region of the request</source>
        <translation>Region der Anfrage</translation>
    </message>
    <message>
        <source>region of the workspace</source>
        <translation>Region der Werkstatt</translation>
    </message>
    <message>
        <source>account of the workspace</source>
        <translation>Konto der Werkstatt</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>access key</source>
        <translation>Zugangsschlüssel</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>the node</source>
        <translation>die Stelle</translation>
    </message>
    <message>
        <source>version asked for</source>
        <translation>verlangte Version</translation>
    </message>
    <message>
        <source>version there was</source>
        <translation>vorhandene Version</translation>
    </message>
    <message>
        <source>wrote before</source>
        <translation>schrieb davor</translation>
    </message>
    <message>
        <source>desired</source>
        <translation>desired</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>reported</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>listens for it</source>
        <translation>wartet darauf</translation>
    </message>
    <message>
        <source>will topic</source>
        <translation>Topic des Will</translation>
    </message>
    <message>
        <source>fires at the latest after</source>
        <translation>kommt spätestens nach</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>core</source>
        <translation>Core</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>role alias</source>
        <translation>Rollen-Alias</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>ausgeliefert</translation>
    </message>
    <message>
        <source>never deployed</source>
        <translation>nie ausgeliefert</translation>
    </message>
    <message>
        <source>its deployment has not ended</source>
        <translation>ihr Deployment läuft noch</translation>
    </message>
    <message>
        <source>its deployment failed</source>
        <translation>ihr Deployment ist gescheitert</translation>
    </message>
    <message>
        <source>the device was added after the last deployment</source>
        <translation>das Gerät kam nach dem letzten Deployment dazu</translation>
    </message>
    <message>
        <source>its core has told no address</source>
        <translation>ihr Core hat keine Adresse genannt</translation>
    </message>
    <message>
        <source>only for programs of the core&apos;s own machine</source>
        <translation>nur für Programme auf dem Rechner des Core</translation>
    </message>
    <message>
        <source>a network inside the core&apos;s machine (Docker)</source>
        <translation>ein Netz im Rechner des Core (Docker)</translation>
    </message>
    <message>
        <source>an address without a network</source>
        <translation>eine Adresse ohne Netz</translation>
    </message>
    <message>
        <source>another network than the device&apos;s</source>
        <translation>ein anderes Netz als das des Geräts</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>the core was notified</source>
        <translation>der Core wurde benachrichtigt</translation>
    </message>
    <message>
        <source>the core has begun</source>
        <translation>der Core hat begonnen</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>nearest route</source>
        <translation>nächste Route</translation>
    </message>
    <message>
        <source>requests in that second</source>
        <translation>Anfragen in dieser Sekunde</translation>
    </message>
    <message>
        <source>Copy the endpoint</source>
        <translation>Endpunkt kopieren</translation>
    </message>
    <message>
        <source>Copy the region setting</source>
        <translation>Region kopieren</translation>
    </message>
    <message>
        <source>Activate the certificate</source>
        <translation>Zertifikat aktivieren</translation>
    </message>
    <message>
        <source>Attach a policy</source>
        <translation>Policy anhängen</translation>
    </message>
    <message>
        <source>Add the line to %1</source>
        <translation>Zeile in %1 eintragen</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the thing&apos;s name</source>
        <translation>Namen des Thing kopieren</translation>
    </message>
    <message>
        <source>Show the client</source>
        <translation>Client zeigen</translation>
    </message>
    <message>
        <source>Show the shadow</source>
        <translation>Shadow zeigen</translation>
    </message>
    <message>
        <source>Stop the simulated %1</source>
        <translation>Simuliertes %1 anhalten</translation>
    </message>
    <message>
        <source>Copy the timedatectl line</source>
        <translation>timedatectl-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the ALPN name</source>
        <translation>ALPN-Namen kopieren</translation>
    </message>
    <message>
        <source>Copy the line for new keys</source>
        <translation>Zeile für neue Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy a document that fits</source>
        <translation>Passendes Dokument kopieren</translation>
    </message>
    <message>
        <source>Show the group</source>
        <translation>Gruppe zeigen</translation>
    </message>
    <message>
        <source>Copy the line that deploys</source>
        <translation>Deployment-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the line that attaches it</source>
        <translation>Zeile zum Anhängen kopieren</translation>
    </message>
    <message>
        <source>Copy the line that sets addresses</source>
        <translation>Adress-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the lines for a service role</source>
        <translation>Zeilen für die Servicerolle kopieren</translation>
    </message>
    <message>
        <source>Copy the line that attaches a role</source>
        <translation>Zeile für die Rolle kopieren</translation>
    </message>
    <message>
        <source>Copy the line for the role alias</source>
        <translation>Zeile für den Alias kopieren</translation>
    </message>
    <message>
        <source>Copy the trust policy</source>
        <translation>Trust-Policy kopieren</translation>
    </message>
    <message>
        <source>Copy the line that starts the core</source>
        <translation>Startzeile des Core kopieren</translation>
    </message>
    <message>
        <source>Copy the line that gives the deployment up</source>
        <translation>Zeile zum Aufgeben kopieren</translation>
    </message>
    <message>
        <source>Copy the route</source>
        <translation>Route kopieren</translation>
    </message>
    <message>
        <source>Copy the member of the group</source>
        <translation>Eintrag der Gruppe kopieren</translation>
    </message>
    <message>
        <source>Copy the line of config.json</source>
        <translation>Zeile für config.json kopieren</translation>
    </message>
    <message>
        <source>Copy the line that shows who has it</source>
        <translation>Suchzeile kopieren</translation>
    </message>
    <message>
        <source>Copy an update that lets go</source>
        <translation>Loslassendes Update kopieren</translation>
    </message>
    <message>
        <source>`%1` names the file `%2`, which is not there.</source>
        <translation>`%1` nennt die Datei `%2`, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Discovery of `%1` was refused with 403: no policy of its certificate allows greengrass:Discover.</source>
        <translation>Die Discovery von `%1` wurde mit 403 abgelehnt: Keine Policy seines Zertifikats erlaubt greengrass:Discover.</translation>
    </message>
    <message>
        <source>Discovery of `%1` was refused with 403: the policy `%2` denies greengrass:Discover.</source>
        <translation>Die Discovery von `%1` wurde mit 403 abgelehnt: Die Policy `%2` verbietet greengrass:Discover.</translation>
    </message>
    <message>
        <source>Discovery of `%1` was refused with 403: the certificate that asked is attached to %2.</source>
        <translation>Die Discovery von `%1` wurde mit 403 abgelehnt: Das fragende Zertifikat hängt an %2.</translation>
    </message>
    <message>
        <source>Discovery of `%1` found nothing (404): there is no thing of this name.</source>
        <translation>Die Discovery von `%1` hat nichts gefunden (404): Es gibt kein Thing dieses Namens.</translation>
    </message>
    <message>
        <source>Discovery of `%1` found nothing (404): it is a device of no group.</source>
        <translation>Die Discovery von `%1` hat nichts gefunden (404): Es ist Gerät keiner Gruppe.</translation>
    </message>
    <message>
        <source>Discovery of `%1` found nothing (404): it is in the group `%2`, but not in what was deployed of it.</source>
        <translation>Die Discovery von `%1` hat nichts gefunden (404): Es steht in der Gruppe `%2`, aber nicht in dem, was von ihr ausgeliefert ist.</translation>
    </message>
    <message>
        <source>Discovery of `%1` found nothing (404): the core of its group `%2` has not yet told where it can be reached.</source>
        <translation>Die Discovery von `%1` hat nichts gefunden (404): Der Core seiner Gruppe `%2` hat noch nicht gesagt, wo er erreichbar ist.</translation>
    </message>
    <message>
        <source>Discovery of `%1` was refused: it is a device of more than ten groups.</source>
        <translation>Die Discovery von `%1` wurde abgelehnt: Es ist Gerät von mehr als zehn Gruppen.</translation>
    </message>
    <message>
        <source>Discovery was asked for `%1`, which is no name of a thing.</source>
        <translation>Die Discovery wurde nach `%1` gefragt, das kein Name eines Thing ist.</translation>
    </message>
    <message>
        <source>no thing</source>
        <translation>kein Thing</translation>
    </message>
    <message>
        <source>A device asks the cloud where its core is. The answer needs greengrass:Discover in the policy of its certificate, a group that names the thing as a device, and a deployment of that group that has reached its core.</source>
        <translation>Ein Gerät fragt die Cloud, wo sein Core ist. Die Antwort braucht greengrass:Discover in der Policy seines Zertifikats, eine Gruppe, die das Thing als Gerät nennt, und ein Deployment dieser Gruppe, das ihren Core erreicht hat.</translation>
    </message>
    <message>
        <source>`%1` was told how to reach the core `%2`, but from %3 none of these addresses leads there.</source>
        <translation>`%1` hat erfahren, wo der Core `%2` erreichbar ist, aber von %3 führt keine dieser Adressen dorthin.</translation>
    </message>
    <message>
        <source>None of the addresses of the core `%1` answers from here: it does not run, or devices look for it in the wrong place.</source>
        <translation>Keine Adresse des Core `%1` antwortet von hier: Er läuft nicht, oder Geräte suchen ihn am falschen Ort.</translation>
    </message>
    <message>
        <source>Discovery hands out the addresses that the core found on its own machine, or those that somebody wrote into the connectivity information. A device tries them in that order; one of them must be an address it can reach.</source>
        <translation>Discovery gibt die Adressen heraus, die der Core auf seinem Rechner gefunden hat oder die jemand in seine Verbindungsdaten geschrieben hat. Ein Gerät versucht sie der Reihe nach; eine davon muss es erreichen können.</translation>
    </message>
    <message>
        <source>The core `%1` cannot let devices in: another program has port %2.</source>
        <translation>Der Core `%1` kann keine Geräte einlassen: Ein anderes Programm hat Port %2.</translation>
    </message>
    <message>
        <source>The core `%1` cannot let devices in: %2.</source>
        <translation>Der Core `%1` kann keine Geräte einlassen: %2.</translation>
    </message>
    <message>
        <source>`%1` stops being JSON at line %2, character %3: %4.</source>
        <translation>`%1` hört in Zeile %2, Zeichen %3 auf, JSON zu sein: %4.</translation>
    </message>
    <message>
        <source>`%1` lacks `%2`, without which the core does not start.</source>
        <translation>In `%1` fehlt `%2`; ohne das startet der Core nicht.</translation>
    </message>
    <message>
        <source>In `%1`, `%2` is no text.</source>
        <translation>In `%1` ist `%2` kein Text.</translation>
    </message>
    <message>
        <source>In `%1`, `%2` is `%3`, which is no ARN of a thing.</source>
        <translation>In `%1` ist `%2` gleich `%3`; das ist kein ARN eines Thing.</translation>
    </message>
    <message>
        <source>In `%1`, `%2` is `%3`, which is no host name.</source>
        <translation>In `%1` ist `%2` gleich `%3`; das ist kein Hostname.</translation>
    </message>
    <message>
        <source>In `%1`, `%2` is %3; it has to be a whole number from %4 to %5.</source>
        <translation>In `%1` ist `%2` gleich %3; es muss eine ganze Zahl von %4 bis %5 sein.</translation>
    </message>
    <message>
        <source>In `%1`, `%2` names a key in hardware, which the core here cannot use.</source>
        <translation>In `%1` nennt `%2` einen Schlüssel in Hardware, den der Core hier nicht benutzen kann.</translation>
    </message>
    <message>
        <source>In `%1`, `%2` is of the region %3, and the core&apos;s thing of %4.</source>
        <translation>In `%1` gehört `%2` zur Region %3, das Thing des Core zu %4.</translation>
    </message>
    <message>
        <source>The core does not start: %1.</source>
        <translation>Der Core startet nicht: %1.</translation>
    </message>
    <message>
        <source>Port %1, which `%2` wants for devices, belongs to another program.</source>
        <translation>Port %1, den `%2` für Geräte will, gehört einem anderen Programm.</translation>
    </message>
    <message>
        <source>A core reads config/config.json when it starts and ends at once if something in it cannot be used. Names of files are looked for in certs.</source>
        <translation>Ein Core liest beim Start config/config.json und endet sofort, wenn etwas darin nicht zu gebrauchen ist. Dateinamen sucht er in certs.</translation>
    </message>
    <message>
        <source>The group `%1` was not deployed. %2.</source>
        <translation>Die Gruppe `%1` wurde nicht ausgeliefert. %2.</translation>
    </message>
    <message>
        <source>A function of the core `%1` asked for keys, and no role is attached to its group `%2`.</source>
        <translation>Eine Funktion des Core `%1` hat nach Schlüsseln gefragt, und an seiner Gruppe `%2` hängt keine Rolle.</translation>
    </message>
    <message>
        <source>A function of the core `%1` asked for keys, and the role %3 of its group `%2` does not exist.</source>
        <translation>Eine Funktion des Core `%1` hat nach Schlüsseln gefragt, und die Rolle %3 seiner Gruppe `%2` gibt es nicht.</translation>
    </message>
    <message>
        <source>A function of the core `%1` asked for keys, and the role %3 of its group `%2` does not trust greengrass.amazonaws.com.</source>
        <translation>Eine Funktion des Core `%1` hat nach Schlüsseln gefragt, und die Rolle %3 seiner Gruppe `%2` vertraut greengrass.amazonaws.com nicht.</translation>
    </message>
    <message>
        <source>A device asked for keys by the role alias `%1`, which does not exist.</source>
        <translation>Ein Gerät hat über den Rollen-Alias `%1` nach Schlüsseln gefragt, den es nicht gibt.</translation>
    </message>
    <message>
        <source>A device asked for keys by the role alias `%1`, and its role %2 does not exist.</source>
        <translation>Ein Gerät hat über den Rollen-Alias `%1` nach Schlüsseln gefragt, und dessen Rolle %2 gibt es nicht.</translation>
    </message>
    <message>
        <source>A device asked for keys by the role alias `%1`, and its role %2 does not trust credentials.iot.amazonaws.com.</source>
        <translation>Ein Gerät hat über den Rollen-Alias `%1` nach Schlüsseln gefragt, und dessen Rolle %2 vertraut credentials.iot.amazonaws.com nicht.</translation>
    </message>
    <message>
        <source>Greengrass acts by roles: the service role of the account, once in each region, to deploy; the group&apos;s role for what its functions ask of AWS; a role alias for devices. Each role must trust the service that takes it on.</source>
        <translation>Greengrass handelt mit Rollen: mit der Servicerolle des Kontos, einmal je Region, um auszuliefern; mit der Rolle der Gruppe für das, was ihre Funktionen von AWS wollen; mit einem Rollen-Alias für Geräte. Jede Rolle muss dem Dienst vertrauen, der sie annimmt.</translation>
    </message>
    <message>
        <source>The deployment of `%1` waits for %2: the core `%3` is offline, it never heard of it.</source>
        <translation>Das Deployment von `%1` wartet seit %2: Der Core `%3` ist offline, er hat nie davon gehört.</translation>
    </message>
    <message>
        <source>The deployment of `%1` waits for %2: the core `%3` began with it and is offline now.</source>
        <translation>Das Deployment von `%1` wartet seit %2: Der Core `%3` hat damit begonnen und ist jetzt offline.</translation>
    </message>
    <message>
        <source>The deployment of `%1` waits for %2: the core `%3` is connected, but says nothing of it.</source>
        <translation>Das Deployment von `%1` wartet seit %2: Der Core `%3` ist verbunden, sagt aber nichts dazu.</translation>
    </message>
    <message>
        <source>The deployment of `%1` failed: %2.</source>
        <translation>Das Deployment von `%1` ist gescheitert: %2.</translation>
    </message>
    <message>
        <source>The cloud builds the group, writes into a shadow that there is something new, and waits. The core hears it when it is connected, under the thing that the group names as its core, and tells how it ended.</source>
        <translation>Die Cloud baut die Gruppe, schreibt in einen Shadow, dass es etwas Neues gibt, und wartet. Der Core hört es, wenn er verbunden ist, und zwar als das Thing, das die Gruppe als ihren Core nennt, und sagt, wie es ausging.</translation>
    </message>
    <message>
        <source>What `%1` said on `%2` leads nowhere at the core `%3`: %4.</source>
        <translation>Was `%1` auf `%2` gesagt hat, führt am Core `%3` nirgendwohin: %4.</translation>
    </message>
    <message>
        <source>What was asked of `%1` in the cloud stays there: the group `%2` does not keep its shadow in step with that at the core `%3`.</source>
        <translation>Was in der Cloud von `%1` verlangt wurde, bleibt dort: Die Gruppe `%2` gleicht seinen Shadow nicht mit dem am Core `%3` ab.</translation>
    </message>
    <message>
        <source>At a core nothing is delivered unless a row of the group&apos;s subscription table leads from its source to its target and covers the topic; whoever publishes is acknowledged all the same.</source>
        <translation>An einem Core wird nur zugestellt, was eine Zeile der Subscription-Tabelle der Gruppe von seiner Quelle zum Ziel führt und deren Topic es deckt; bestätigt wird dem Sender trotzdem.</translation>
    </message>
    <message>
        <source>A core has shadows of its own, for its devices. A device with SyncShadow in the group has the same one in the cloud; without it the two know nothing of each other.</source>
        <translation>Ein Core hat eigene Shadows für seine Geräte. Ein Gerät mit SyncShadow in der Gruppe hat in der Cloud denselben; ohne das wissen die beiden nichts voneinander.</translation>
    </message>
    <message>
        <source>then nothing: the core is offline</source>
        <translation>danach nichts: der Core ist offline</translation>
    </message>
    <message>
        <source>then nothing</source>
        <translation>danach nichts</translation>
    </message>
    <message>
        <source>A program asked for `%1`, and the certificate here is for %2, so the program hung up.</source>
        <translation>Ein Programm hat nach `%1` gefragt, das Zertifikat hier gilt aber für %2; darum hat das Programm aufgelegt.</translation>
    </message>
    <message>
        <source>A program asked for `%1`, an endpoint name without -ats, and the certificate here is for %2, so it hung up.</source>
        <translation>Ein Programm hat nach `%1` gefragt, einem Endpunkt ohne -ats, das Zertifikat hier gilt aber für %2; darum hat es aufgelegt.</translation>
    </message>
    <message>
        <source>`%1` looks like an ARN, not an endpoint.</source>
        <translation>`%1` sieht nach einem ARN aus, nicht nach einem Endpunkt.</translation>
    </message>
    <message>
        <source>A program did not accept the server&apos;s certificate and named no host: it may have connected to an address that the certificate does not name.</source>
        <translation>Ein Programm hat das Zertifikat des Servers nicht angenommen und keinen Host genannt: Vielleicht hat es eine Adresse gewählt, die nicht im Zertifikat steht.</translation>
    </message>
    <message>
        <source>A program speaks http:// to port %1, which speaks TLS: the address begins with https:// there.</source>
        <translation>Ein Programm spricht http:// mit Port %1, der TLS spricht: Dort beginnt die Adresse mit https://.</translation>
    </message>
    <message>
        <source>A program speaks TLS to port %1, which speaks none: the address begins with http:// or ws:// there.</source>
        <translation>Ein Programm spricht TLS mit Port %1, der keines spricht: Dort beginnt die Adresse mit http:// oder ws://.</translation>
    </message>
    <message>
        <source>`%1` is no endpoint as it stands. %2</source>
        <translation>`%1` ist so kein Endpunkt. %2</translation>
    </message>
    <message>
        <source>`%1` leads nowhere: %2.</source>
        <translation>`%1` führt nirgendwohin: %2.</translation>
    </message>
    <message>
        <source>A TLS client compares the name it connects to with the names in the server&apos;s certificate. An ARN, a prefix such as https:// in a host field, or another account&apos;s endpoint never fits.</source>
        <translation>Ein TLS-Client vergleicht den Namen, zu dem er sich verbindet, mit denen im Zertifikat des Servers. Ein ARN, ein Vorsatz wie https:// im Hostfeld oder der Endpunkt eines anderen Kontos passt nie.</translation>
    </message>
    <message>
        <source>A request was signed for the region %1, and this workspace is in %2.</source>
        <translation>Eine Anfrage wurde für die Region %1 signiert, diese Werkstatt ist in %2.</translation>
    </message>
    <message>
        <source>An ARN names the region %1, and this workspace is in %2.</source>
        <translation>Ein ARN nennt die Region %1, diese Werkstatt ist in %2.</translation>
    </message>
    <message>
        <source>The policy allows `%1`, in another region or account; here it would have to be `%2`.</source>
        <translation>Die Policy erlaubt `%1`, in einer anderen Region oder einem anderen Konto; hier müsste es `%2` sein.</translation>
    </message>
    <message>
        <source>Things, certificates and policies live in one region of one account. AWS would look into the other region and find nothing there.</source>
        <translation>Things, Zertifikate und Policies leben in einer Region eines Kontos. AWS würde in der anderen Region nachsehen und dort nichts finden.</translation>
    </message>
    <message>
        <source>The certificate %1 of `%2` is not registered in this account, so the connection was ended.</source>
        <translation>Das Zertifikat %1 von `%2` ist in diesem Konto nicht registriert; darum wurde die Verbindung beendet.</translation>
    </message>
    <message>
        <source>The certificate %1 of `%2` is %3, so the connection was ended.</source>
        <translation>Das Zertifikat %1 von `%2` ist %3; darum wurde die Verbindung beendet.</translation>
    </message>
    <message>
        <source>No policy is attached to the certificate %1 of `%2`, so nothing is allowed.</source>
        <translation>Am Zertifikat %1 von `%2` hängt keine Policy; darum ist nichts erlaubt.</translation>
    </message>
    <message>
        <source>`%1` answers on port %2 and speaks TLS. Then: %3.</source>
        <translation>`%1` antwortet auf Port %2 und spricht TLS. Danach: %3.</translation>
    </message>
    <message>
        <source>The policy `%1` has no Allow statement, so it allows nothing.</source>
        <translation>Die Policy `%1` hat keine Allow-Anweisung; darum erlaubt sie nichts.</translation>
    </message>
    <message>
        <source>AWS ends the connection without a word here. A device needs a registered certificate that is ACTIVE, with a policy attached to it or to a group of its thing.</source>
        <translation>AWS beendet die Verbindung hier ohne ein Wort. Ein Gerät braucht ein registriertes Zertifikat, das ACTIVE ist, mit einer Policy daran oder an einer Gruppe seines Thing.</translation>
    </message>
    <message>
        <source>The client showed `%1`, the certificate of an authority, where its own device certificate belongs.</source>
        <translation>Der Client hat `%1` gezeigt, das Zertifikat einer Zertifizierungsstelle, wo sein eigenes Gerätezertifikat hingehört.</translation>
    </message>
    <message>
        <source>The client showed the self-signed certificate `%1`; no authority that is trusted here stands behind it.</source>
        <translation>Der Client hat das selbst signierte Zertifikat `%1` gezeigt; keine Stelle, der hier vertraut wird, steht dahinter.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate `%1` was issued by `%2`, which is not trusted here.</source>
        <translation>Das Zertifikat `%1` des Clients hat `%2` ausgestellt; dieser Stelle wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate `%1`.</source>
        <translation>Der private Schlüssel gehört nicht zum Zertifikat `%1`.</translation>
    </message>
    <message>
        <source>The certificate `%1` is not meant for clients.</source>
        <translation>Das Zertifikat `%1` ist nicht für Clients gedacht.</translation>
    </message>
    <message>
        <source>The client showed no certificate, and port %1 asks for one.</source>
        <translation>Der Client hat kein Zertifikat gezeigt, und Port %1 verlangt eines.</translation>
    </message>
    <message>
        <source>The client does not know who signed this server&apos;s certificate: its CA file is not that of this workspace.</source>
        <translation>Der Client kennt die Stelle nicht, die das Zertifikat dieses Servers signiert hat: Seine CA-Datei ist nicht die dieser Werkstatt.</translation>
    </message>
    <message>
        <source>The client asked for `%1` and did not accept the certificate it got, although that names it.</source>
        <translation>Der Client hat nach `%1` gefragt und das Zertifikat nicht angenommen, obwohl es diesen Namen nennt.</translation>
    </message>
    <message>
        <source>`%1` answers on port %2, and TLS ended there: %3.</source>
        <translation>`%1` antwortet auf Port %2, und TLS endete dort: %3.</translation>
    </message>
    <message>
        <source>Three files belong together: the device certificate, its private key, and the root certificate (CA) that the server is checked with. They are swapped easily. `greensward doctor --folder DIR` looks into a folder of them.</source>
        <translation>Drei Dateien gehören zusammen: das Gerätezertifikat, sein privater Schlüssel und das Stammzertifikat (CA), mit dem der Server geprüft wird. Sie sind leicht vertauscht. `greensward doctor --folder ORDNER` sieht in einem Ordner nach.</translation>
    </message>
    <message>
        <source>`%1` begins like a PEM file but cannot be read: %2.</source>
        <translation>`%1` beginnt wie eine PEM-Datei, ist aber nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The key `%1` belongs to none of the certificates beside it.</source>
        <translation>Der Schlüssel `%1` gehört zu keinem der Zertifikate daneben.</translation>
    </message>
    <message>
        <source>For the device certificate `%1` there is no private key beside it.</source>
        <translation>Zum Gerätezertifikat `%1` liegt kein privater Schlüssel daneben.</translation>
    </message>
    <message>
        <source>There is no root certificate (CA) beside `%1`.</source>
        <translation>Neben `%1` liegt kein Stammzertifikat (CA).</translation>
    </message>
    <message>
        <source>`%1` is a device certificate, although its name says it is the root (CA).</source>
        <translation>`%1` ist ein Gerätezertifikat, obwohl es dem Namen nach das Stammzertifikat (CA) ist.</translation>
    </message>
    <message>
        <source>`%1` is an authority&apos;s certificate, although its name says it is the device&apos;s.</source>
        <translation>`%1` ist das Zertifikat einer Zertifizierungsstelle, obwohl es dem Namen nach das des Geräts ist.</translation>
    </message>
    <message>
        <source>No root certificate beside it has signed `%1`.</source>
        <translation>Kein Stammzertifikat daneben hat `%1` signiert.</translation>
    </message>
    <message>
        <source>`%1` cannot be read: %2.</source>
        <translation>`%1` ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The certificate `%1` is valid from %2 until %3, and here it is %4.</source>
        <translation>Das Zertifikat `%1` gilt von %2 bis %3, und hier ist es %4.</translation>
    </message>
    <message>
        <source>The private key `%1` can be read by others on this machine.</source>
        <translation>Den privaten Schlüssel `%1` können andere auf diesem Rechner lesen.</translation>
    </message>
    <message>
        <source>The policy allows `%1`; this client is `%2`.</source>
        <translation>Die Policy erlaubt `%1`; dieser Client ist `%2`.</translation>
    </message>
    <message>
        <source>No statement of %1 allows iot:Connect; this client is `%2`.</source>
        <translation>Keine Anweisung von %1 erlaubt iot:Connect; dieser Client ist `%2`.</translation>
    </message>
    <message>
        <source>A Deny statement of %1 covers iot:Connect of the client `%2`.</source>
        <translation>Eine Deny-Anweisung von %1 deckt iot:Connect des Clients `%2`.</translation>
    </message>
    <message>
        <source>AWS ends the connection right after CONNECT and says nothing. iot:Connect is asked for the resource client/ with the client id behind it.</source>
        <translation>AWS beendet die Verbindung gleich nach CONNECT und sagt nichts. iot:Connect wird für die Ressource client/ mit der Client-Id dahinter gefragt.</translation>
    </message>
    <message>
        <source>The policy does not allow %1 on `%2` for `%3`; the connection ended there.</source>
        <translation>Die Policy erlaubt %1 auf `%2` für `%3` nicht; dort endete die Verbindung.</translation>
    </message>
    <message>
        <source>The policy does not allow %1 on `%2` for `%3`: messages are not handed on, and nobody is told.</source>
        <translation>Die Policy erlaubt %1 auf `%2` für `%3` nicht: Nachrichten werden nicht weitergegeben, und niemand erfährt es.</translation>
    </message>
    <message>
        <source>The policy does not allow %1 on `%2` for `%3`: the subscription was refused.</source>
        <translation>Die Policy erlaubt %1 auf `%2` für `%3` nicht: Das Abonnement wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The policy does not allow %1 on `%2`: the request was answered with 403.</source>
        <translation>Die Policy erlaubt %1 auf `%2` nicht: Die Anfrage wurde mit 403 beantwortet.</translation>
    </message>
    <message>
        <source>Subscribing is asked for topicfilter/…, publishing and receiving for topic/…, and all of it needs iot:Connect. Wildcards of a policy are * and ?; + and # stand for themselves there.</source>
        <translation>Abonnieren wird für topicfilter/… gefragt, Senden und Empfangen für topic/…, und alles braucht iot:Connect. Platzhalter einer Policy sind * und ?; + und # stehen dort für sich selbst.</translation>
    </message>
    <message>
        <source>`%1` is used from %2 and from %3: each throws the other out.</source>
        <translation>`%1` wird von %2 und von %3 benutzt: Jeder wirft den anderen hinaus.</translation>
    </message>
    <message>
        <source>Two programs on %2 use the id `%1`: each throws the other out.</source>
        <translation>Zwei Programme auf %2 benutzen die Id `%1`: Jedes wirft das andere hinaus.</translation>
    </message>
    <message>
        <source>A client id may be connected once. The broker ends the earlier connection when a new one comes, and clients that reconnect by themselves do so without end.</source>
        <translation>Eine Client-Id darf einmal verbunden sein. Der Broker beendet die frühere Verbindung, wenn eine neue kommt, und Clients, die sich selbst wieder verbinden, tun das ohne Ende.</translation>
    </message>
    <message>
        <source>The clock of a client is ahead by %1: its signature is not valid yet.</source>
        <translation>Die Uhr eines Clients geht um %1 vor: Seine Signatur gilt noch nicht.</translation>
    </message>
    <message>
        <source>The clock of a client is behind by %1, or the request was kept for so long: its signature is over.</source>
        <translation>Die Uhr eines Clients geht um %1 nach, oder die Anfrage lag so lange: Ihre Signatur ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate `%1` is not valid yet: one of two clocks is wrong.</source>
        <translation>Das Zertifikat `%1` gilt noch nicht: Eine von zwei Uhren geht falsch.</translation>
    </message>
    <message>
        <source>The certificate `%1` is over, by the clock here.</source>
        <translation>Das Zertifikat `%1` ist nach der Uhr hier abgelaufen.</translation>
    </message>
    <message>
        <source>A client says that this server&apos;s certificate is not valid now, although it is: the client&apos;s clock may be wrong.</source>
        <translation>Ein Client sagt, das Zertifikat dieses Servers gelte jetzt nicht, obwohl es gilt: Vielleicht geht die Uhr des Clients falsch.</translation>
    </message>
    <message>
        <source>Certificates and signatures are good for a time. A small computer without a battery starts in the past until it has asked a time server; signatures may be five minutes off, no more.</source>
        <translation>Zertifikate und Signaturen gelten eine Zeit lang. Ein kleiner Rechner ohne Batterie startet in der Vergangenheit, bis er einen Zeitserver gefragt hat; Signaturen dürfen höchstens fünf Minuten abweichen.</translation>
    </message>
    <message>
        <source>An MQTT client speaks without TLS to port %1, which speaks TLS.</source>
        <translation>Ein MQTT-Client spricht ohne TLS mit Port %1, der TLS spricht.</translation>
    </message>
    <message>
        <source>A client asked for %1 by ALPN on port %2; MQTT is called x-amzn-mqtt-ca.</source>
        <translation>Ein Client hat auf Port %2 mit ALPN nach %1 gefragt; MQTT heißt x-amzn-mqtt-ca.</translation>
    </message>
    <message>
        <source>MQTT came to port %1 without ALPN. It works here; port 443 of AWS wants the name x-amzn-mqtt-ca.</source>
        <translation>MQTT kam ohne ALPN zu Port %1. Hier geht das; Port 443 von AWS will den Namen x-amzn-mqtt-ca.</translation>
    </message>
    <message>
        <source>Port %1 of `%2` does not answer, and port %3 does: the network between the two blocks %1.</source>
        <translation>Port %1 von `%2` antwortet nicht, Port %3 schon: Das Netz dazwischen sperrt %1.</translation>
    </message>
    <message>
        <source>Port %1 of `%2` does not answer: %3. Nor does any other that MQTT uses.</source>
        <translation>Port %1 von `%2` antwortet nicht: %3. Auch kein anderer, den MQTT benutzt.</translation>
    </message>
    <message>
        <source>%1 do not answer on port %2, although the workspace says so.</source>
        <translation>%1: keine Antwort auf Port %2, obwohl die Werkstatt ihn nennt.</translation>
    </message>
    <message>
        <source>Port 8883 speaks MQTT over TLS. On a port that it shares with HTTPS, the client says by ALPN which of the two it means.</source>
        <translation>Port 8883 spricht MQTT über TLS. Auf einem Port, den es mit HTTPS teilt, sagt der Client mit ALPN, welches von beiden er meint.</translation>
    </message>
    <message>
        <source>The update of %1 by `%2` was rejected with 400: %3.</source>
        <translation>Das Update von %1 durch `%2` wurde mit 400 abgelehnt: %3.</translation>
    </message>
    <message>
        <source>`%2` wrote %1 with version %3, but by then it was version %4, written by `%5`.</source>
        <translation>`%2` hat %1 mit Version %3 geschrieben, da war es aber schon Version %4, geschrieben von `%5`.</translation>
    </message>
    <message>
        <source>The document of %1 would be too large: %2.</source>
        <translation>Das Dokument von %1 würde zu groß: %2.</translation>
    </message>
    <message>
        <source>`%2` sent %1 more requests than are answered at once.</source>
        <translation>`%2` hat %1 mehr Anfragen gesendet, als auf einmal beantwortet werden.</translation>
    </message>
    <message>
        <source>The request of `%2` for %1 was rejected with %3: %4.</source>
        <translation>Die Anfrage von `%2` nach %1 wurde mit %3 abgelehnt: %4.</translation>
    </message>
    <message>
        <source>What was not taken changed nothing. Whoever subscribed to /update/rejected was told the code.</source>
        <translation>Was nicht angenommen wurde, hat nichts geändert. Wer /update/rejected abonniert hat, hat den Code erfahren.</translation>
    </message>
    <message>
        <source>the member state is missing; it must hold desired or reported</source>
        <translation>das Feld state fehlt; es muss desired oder reported enthalten</translation>
    </message>
    <message>
        <source>version stands inside state; it belongs beside it</source>
        <translation>version steht in state; es gehört daneben</translation>
    </message>
    <message>
        <source>state holds neither desired nor reported</source>
        <translation>state enthält weder desired noch reported</translation>
    </message>
    <message>
        <source>%1 stands beside state; it belongs inside it</source>
        <translation>%1 steht neben state; es gehört hinein</translation>
    </message>
    <message>
        <source>%1 must be an object</source>
        <translation>%1 muss ein Objekt sein</translation>
    </message>
    <message>
        <source>the text stops being JSON at character %1</source>
        <translation>der Text hört bei Zeichen %1 auf, JSON zu sein</translation>
    </message>
    <message>
        <source>%1 is nested too deeply</source>
        <translation>%1 ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>there is null inside the list %1</source>
        <translation>in der Liste %1 steht null</translation>
    </message>
    <message>
        <source>version must be a whole number</source>
        <translation>version muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>clientToken must be a text</source>
        <translation>clientToken muss ein Text sein</translation>
    </message>
    <message>
        <source>%1 stays different in type: desired is %2, and `%3` reports %4. They never become equal.</source>
        <translation>%1 bleibt im Typ verschieden: desired ist %2, und `%3` meldet %4. Sie werden nie gleich.</translation>
    </message>
    <message>
        <source>The delta of %1 has been there for %2, and nothing was reported since.</source>
        <translation>Das Delta von %1 steht seit %2, und seither wurde nichts gemeldet.</translation>
    </message>
    <message>
        <source>The delta of %1 has been there for %2, although the device reported since: it did not take over %3.</source>
        <translation>Das Delta von %1 steht seit %2, obwohl das Gerät seither gemeldet hat: Es hat %3 nicht übernommen.</translation>
    </message>
    <message>
        <source>A delta is sent as long as desired and reported differ; desired stays until somebody sets it to null. The acceptance and the delta of one update carry one version: a client that drops what is not newer may drop the delta.</source>
        <translation>Ein Delta wird gesendet, solange desired und reported sich unterscheiden; desired bleibt, bis jemand es auf null setzt. Bestätigung und Delta eines Updates tragen dieselbe Version: Ein Client, der fallen lässt, was nicht neuer ist, lässt vielleicht das Delta fallen.</translation>
    </message>
    <message>
        <source>A request was signed with the access key %1, which this workspace does not know.</source>
        <translation>Eine Anfrage wurde mit dem Zugangsschlüssel %1 signiert, den diese Werkstatt nicht kennt.</translation>
    </message>
    <message>
        <source>The temporary key %1 has ended.</source>
        <translation>Der befristete Schlüssel %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>The session token and the access key %1 do not belong together.</source>
        <translation>Session-Token und Zugangsschlüssel %1 gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>The signature does not fit the access key %1: its secret may be another one.</source>
        <translation>Die Signatur passt nicht zum Zugangsschlüssel %1: Vielleicht ist sein Geheimnis ein anderes.</translation>
    </message>
    <message>
        <source>The body of a request is not the one that was signed with %1.</source>
        <translation>Der Inhalt einer Anfrage ist nicht der, der mit %1 signiert wurde.</translation>
    </message>
    <message>
        <source>The temporary key %1 ends in %2.</source>
        <translation>Der befristete Schlüssel %1 endet in %2.</translation>
    </message>
    <message>
        <source>`%1` came over a WebSocket whose request nobody signed.</source>
        <translation>`%1` kam über einen WebSocket, dessen Anfrage niemand signiert hat.</translation>
    </message>
    <message>
        <source>Environment variables go before files: an old AWS_ACCESS_KEY_ID or AWS_SESSION_TOKEN of another event stays in a shell for long.</source>
        <translation>Umgebungsvariablen gehen vor Dateien: Ein altes AWS_ACCESS_KEY_ID oder AWS_SESSION_TOKEN einer anderen Veranstaltung bleibt lange in einer Shell.</translation>
    </message>
    <message>
        <source>No will: `%1` said goodbye, so its will on `%2` was dropped.</source>
        <translation>Kein Will: `%1` hat sich verabschiedet, darum entfiel sein Will auf `%2`.</translation>
    </message>
    <message>
        <source>The policy does not allow `%1` to publish its will on `%2`, so it cannot connect with it.</source>
        <translation>Die Policy erlaubt `%1` seinen Will auf `%2` nicht, darum kann es sich nicht damit verbinden.</translation>
    </message>
    <message>
        <source>`%1` was lost, but the policy does not allow its will on `%2`.</source>
        <translation>`%1` ging verloren, aber die Policy erlaubt seinen Will auf `%2` nicht.</translation>
    </message>
    <message>
        <source>If `%1` falls silent, its will on `%2` comes after %3: 1.5 times its keep alive of %4.</source>
        <translation>Wenn `%1` verstummt, kommt sein Will auf `%2` nach %3: dem 1,5-Fachen seines Keep-Alive von %4.</translation>
    </message>
    <message>
        <source>`%1` asked for no keep alive: if its cable is cut, its will on `%2` may never come.</source>
        <translation>`%1` will kein Keep-Alive: Wird sein Kabel durchtrennt, kommt sein Will auf `%2` vielleicht nie.</translation>
    </message>
    <message>
        <source>A will is for those who cannot say goodbye: DISCONNECT takes it back. Cut the cable or kill the program to see it. A silent end is noticed after 1.5 times the keep alive.</source>
        <translation>Ein Will ist für die, die sich nicht verabschieden können: DISCONNECT nimmt ihn zurück. Das Kabel durchtrennen oder das Programm abwürgen, um ihn zu sehen. Ein stilles Ende fällt nach dem 1,5-Fachen des Keep-Alive auf.</translation>
    </message>
</context>
<context>
    <name>EventMark</name>
    <message>
        <source>%1: last will published</source>
        <translation>%1: Last Will veröffentlicht</translation>
    </message>
    <message>
        <source>%1: fault injected</source>
        <translation>%1: Störung ausgelöst</translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation>%1: verbunden</translation>
    </message>
    <message>
        <source>%1: connection lost</source>
        <translation>%1: Verbindung verloren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>FaultGroup</name>
    <message>
        <source>Ends the connection</source>
        <translation>Beendet die Verbindung</translation>
    </message>
    <message>
        <source>Slows it down</source>
        <translation>Bremst sie</translation>
    </message>
    <message>
        <source>Spoils the messages</source>
        <translation>Verdirbt die Nachrichten</translation>
    </message>
    <message>
        <source>Confuses who it is</source>
        <translation>Verwechselt, wer es ist</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>the gateway</source>
        <translation>das Gateway</translation>
    </message>
    <message>
        <source>all devices</source>
        <translation>alle Geräte</translation>
    </message>
    <message>
        <source>Cut cable</source>
        <translation>Kabel trennen</translation>
    </message>
    <message>
        <source>Nothing gets through either way and nobody is told; the gateway notices at 1.5 × keep alive.</source>
        <translation>In beiden Richtungen kommt nichts durch, und niemand erfährt es; das Gateway merkt es nach 1,5 × Keep-Alive.</translation>
    </message>
    <message>
        <source>Keep alive is how long nobody knows. Compare with a crash.</source>
        <translation>Das Keep-Alive ist die Zeit, in der es niemand weiß. Vergleichen Sie mit einem Absturz.</translation>
    </message>
    <message>
        <source>Half-open socket</source>
        <translation>Halb offener Socket</translation>
    </message>
    <message>
        <source>The device&apos;s end is gone without a word; the gateway keeps its own until keep alive ends it.</source>
        <translation>Das Ende des Geräts ist ohne ein Wort weg; das Gateway behält seines, bis das Keep-Alive es beendet.</translation>
    </message>
    <message>
        <source>A connection can outlive its client: only keep alive finds out.</source>
        <translation>Eine Verbindung kann ihren Client überleben: nur das Keep-Alive findet es heraus.</translation>
    </message>
    <message>
        <source>Reset the connection</source>
        <translation>Verbindung zurücksetzen</translation>
    </message>
    <message>
        <source>TCP RST: both ends learn at once, there was no DISCONNECT, the will is published.</source>
        <translation>TCP RST: beide Enden erfahren es sofort, es gab kein DISCONNECT, der Will wird veröffentlicht.</translation>
    </message>
    <message>
        <source>A lost connection is told at once when the network says so; back-off keeps the return gentle.</source>
        <translation>Eine verlorene Verbindung fällt sofort auf, wenn das Netz es sagt; Back-off hält die Rückkehr sanft.</translation>
    </message>
    <message>
        <source>Crash the process</source>
        <translation>Prozess abstürzen lassen</translation>
    </message>
    <message>
        <source>The operating system closes the socket: FIN without DISCONNECT, the will is published.</source>
        <translation>Das Betriebssystem schließt den Socket: FIN ohne DISCONNECT, der Will wird veröffentlicht.</translation>
    </message>
    <message>
        <source>No DISCONNECT, no goodbye: the last will speaks for the dead.</source>
        <translation>Kein DISCONNECT, kein Abschied: der Last Will spricht für die Toten.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Every byte takes longer, both ways.</source>
        <translation>Jedes Byte braucht länger, in beiden Richtungen.</translation>
    </message>
    <message>
        <source>QoS 1 waits for its PUBACK; a slow line needs a longer ack time-out, not more retries.</source>
        <translation>QoS 1 wartet auf ihr PUBACK; eine langsame Leitung braucht mehr Wartezeit, nicht mehr Versuche.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>The time a byte takes varies up to this much.</source>
        <translation>Die Zeit, die ein Byte braucht, schwankt um bis zu so viel.</translation>
    </message>
    <message>
        <source>Arrival is not the time of measuring: trust the timestamp in the payload.</source>
        <translation>Die Ankunft ist nicht die Zeit der Messung: dem Zeitstempel in der Payload trauen.</translation>
    </message>
    <message>
        <source>Packet loss</source>
        <translation>Paketverlust</translation>
    </message>
    <message>
        <source>Lost segments are sent again: above TCP that looks like stalls, never like missing bytes.</source>
        <translation>Verlorene Segmente werden neu gesendet: über TCP sieht das nach Stockungen aus, nie nach fehlenden Bytes.</translation>
    </message>
    <message>
        <source>TCP loses nothing and hurries nothing: loss shows as heaps of late messages.</source>
        <translation>TCP verliert nichts und beeilt nichts: Verlust zeigt sich als Haufen später Nachrichten.</translation>
    </message>
    <message>
        <source>Narrow line</source>
        <translation>Schmale Leitung</translation>
    </message>
    <message>
        <source>So many bytes a second each way.</source>
        <translation>So viele Bytes je Sekunde in jeder Richtung.</translation>
    </message>
    <message>
        <source>A queue grows wherever data comes faster than it leaves.</source>
        <translation>Eine Warteschlange wächst, wo Daten schneller kommen, als sie gehen.</translation>
    </message>
    <message>
        <source>Slow reader</source>
        <translation>Langsamer Leser</translation>
    </message>
    <message>
        <source>The device stops reading; what is sent to it piles up in the gateway.</source>
        <translation>Das Gerät liest nicht mehr; was ihm gesendet wird, staut sich im Gateway.</translation>
    </message>
    <message>
        <source>The slowest subscriber sets what the gateway has to keep for it, up to a limit.</source>
        <translation>Der langsamste Abonnent bestimmt, was das Gateway für ihn behalten muss, bis zu einer Grenze.</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Falsche Uhr</translation>
    </message>
    <message>
        <source>The timestamps in its messages are off by this much.</source>
        <translation>Die Zeitstempel in seinen Nachrichten liegen um so viel daneben.</translation>
    </message>
    <message>
        <source>Without a right clock there are no right timestamps, and TLS certificates seem not yet valid.</source>
        <translation>Ohne richtige Uhr keine richtigen Zeitstempel, und TLS-Zertifikate scheinen noch nicht gültig.</translation>
    </message>
    <message>
        <source>Duplicate client id</source>
        <translation>Doppelte Client-ID</translation>
    </message>
    <message>
        <source>A second client connects under the device&apos;s name: each throws the other out.</source>
        <translation>Ein zweiter Client verbindet sich unter dem Namen des Geräts: einer wirft den anderen hinaus.</translation>
    </message>
    <message>
        <source>One client id, one connection: the newer wins, so two throw each other out for ever.</source>
        <translation>Eine Client-ID, eine Verbindung: die neuere gewinnt, also werfen zwei einander endlos hinaus.</translation>
    </message>
    <message>
        <source>Oversize payload</source>
        <translation>Zu große Payload</translation>
    </message>
    <message>
        <source>Its reports are larger than the gateway takes; AWS IoT ends the connection at 128 KB.</source>
        <translation>Seine Meldungen sind größer, als das Gateway nimmt; AWS IoT beendet die Verbindung bei 128 KB.</translation>
    </message>
    <message>
        <source>Limits are part of the protocol: see which one the gateway names.</source>
        <translation>Grenzen gehören zum Protokoll: sehen Sie, welche das Gateway nennt.</translation>
    </message>
    <message>
        <source>Broken JSON</source>
        <translation>Kaputtes JSON</translation>
    </message>
    <message>
        <source>Its reports end in the middle.</source>
        <translation>Seine Meldungen enden in der Mitte.</translation>
    </message>
    <message>
        <source>The broker does not read payloads: what is wrong inside is found by rules, shadows and you.</source>
        <translation>Der Broker liest keine Payloads: was darin falsch ist, finden Regeln, Shadows und Sie.</translation>
    </message>
    <message>
        <source>Duplicate QoS 1</source>
        <translation>Doppelte QoS 1</translation>
    </message>
    <message>
        <source>Reports go out with QoS 1 and at once again with DUP, as after a lost PUBACK: at least once, so perhaps twice.</source>
        <translation>Meldungen gehen mit QoS 1 hinaus und sofort noch einmal mit DUP, wie nach verlorenem PUBACK: mindestens einmal, also vielleicht zweimal.</translation>
    </message>
    <message>
        <source>At least once may be twice: whoever counts has to notice.</source>
        <translation>Mindestens einmal kann zweimal sein: wer zählt, muss es merken.</translation>
    </message>
    <message>
        <source>Expired certificate</source>
        <translation>Abgelaufenes Zertifikat</translation>
    </message>
    <message>
        <source>It shows a certificate of yesterday: the TLS handshake fails.</source>
        <translation>Es zeigt ein Zertifikat von gestern: der TLS-Handshake scheitert.</translation>
    </message>
    <message>
        <source>Certificates end. The alert of the handshake says so, before any MQTT is spoken.</source>
        <translation>Zertifikate enden. Der Alert des Handshakes sagt es, bevor MQTT gesprochen wird.</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>Unbekanntes Zertifikat</translation>
    </message>
    <message>
        <source>It shows a certificate that another authority signed: the TLS handshake fails.</source>
        <translation>Es zeigt ein Zertifikat, das eine andere Stelle signiert hat: der TLS-Handshake scheitert.</translation>
    </message>
    <message>
        <source>Who signed it decides who is believed: the chain ends at an authority nobody here knows.</source>
        <translation>Wer signiert hat, entscheidet, wem geglaubt wird: die Kette endet bei einer Stelle, die hier niemand kennt.</translation>
    </message>
    <message>
        <source>Restart the gateway</source>
        <translation>Gateway neu starten</translation>
    </message>
    <message>
        <source>All connections end and the gateway comes back; persistent sessions survive.</source>
        <translation>Alle Verbindungen enden, und das Gateway kommt wieder; dauerhafte Sessions überleben.</translation>
    </message>
    <message>
        <source>Persistent sessions and retained messages survive; clean sessions begin anew.</source>
        <translation>Dauerhafte Sessions und Retained-Nachrichten überleben; saubere Sessions beginnen neu.</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message numerus="yes">
        <source>A filter is at most %n character(s) long.</source>
        <translation>
            <numerusform>Ein Filter hat höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Filter hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A filter has at most %n term(s).</source>
        <translation>
            <numerusform>Ein Filter hat höchstens %n Term.</numerusform>
            <numerusform>Ein Filter hat höchstens %n Terme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something belongs after “%1:”.</source>
        <translation>Nach „%1:“ gehört noch etwas.</translation>
    </message>
    <message>
        <source>“%1” is not a topic filter: + and # stand alone in their level, # comes last.</source>
        <translation>„%1“ ist kein Topic-Filter: + und # stehen allein in ihrer Ebene, # kommt zuletzt.</translation>
    </message>
    <message>
        <source>A QoS is 0, 1 or 2.</source>
        <translation>Eine QoS ist 0, 1 oder 2.</translation>
    </message>
    <message>
        <source>After “is:” comes one of %1.</source>
        <translation>Nach „is:“ kommt eines von %1.</translation>
    </message>
    <message>
        <source>Not a regular expression: %1.</source>
        <translation>Kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>Something belongs after “%1%2”.</source>
        <translation>Nach „%1%2“ gehört noch etwas.</translation>
    </message>
    <message>
        <source>The size of a payload is a number of octets.</source>
        <translation>Die Größe einer Payload ist eine Anzahl Bytes.</translation>
    </message>
    <message>
        <source>“%1” is neither more nor less than anything.</source>
        <translation>„%1“ ist weder mehr noch weniger als etwas.</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>A space belongs after the closing quote.</source>
        <translation>Nach dem schließenden Anführungszeichen gehört ein Leerzeichen.</translation>
    </message>
    <message>
        <source>“%1:” is no key. Keys are topic, from, at, qos, is, payload and re; text with a colon goes into quotes.</source>
        <translation>„%1:“ ist kein Schlüssel. Schlüssel sind topic, from, at, qos, is, payload und re; Text mit Doppelpunkt gehört in Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>FunctionTemplate</name>
    <message>
        <source>Hello, world</source>
        <translation>Hallo, Welt</translation>
    </message>
    <message>
        <source>Answers an event with a greeting: the least that a function is.</source>
        <translation>Beantwortet ein Ereignis mit einem Gruß: das Wenigste, was eine Funktion ist.</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Counts in a variable: shows what a warm start keeps and a cold one forgets.</source>
        <translation>Zählt in einer Variablen: zeigt, was ein warmer Start behält und ein kalter vergisst.</translation>
    </message>
    <message>
        <source>Turbine filter check</source>
        <translation>Prüfung eines Turbinenfilters</translation>
    </message>
    <message>
        <source>Judges the pressures around an air filter, with a limit from its environment. One of its test events makes it fail.</source>
        <translation>Beurteilt die Drücke vor und hinter einem Luftfilter, mit einer Grenze aus seiner Umgebung. Eines seiner Testereignisse lässt es scheitern.</translation>
    </message>
</context>
<context>
    <name>GroupContent</name>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Shadow service</source>
        <translation>Shadow-Dienst</translation>
    </message>
    <message>
        <source>A route needs a subject: # stands for everything.</source>
        <translation>Eine Route braucht ein Subject: # steht für alles.</translation>
    </message>
    <message>
        <source>A subject has 256 bytes at most.</source>
        <translation>Ein Subject hat höchstens 256 Bytes.</translation>
    </message>
    <message>
        <source>This is no topic filter: + stands for one whole level, # for all that follow, at the end.</source>
        <translation>Das ist kein Topic-Filter: + steht für eine ganze Ebene, # am Ende für alle folgenden.</translation>
    </message>
    <message>
        <source>A subject has seven slashes at most.</source>
        <translation>Ein Subject hat höchstens sieben Schrägstriche.</translation>
    </message>
</context>
<context>
    <name>GroupRoles</name>
    <message>
        <source>The account did not take its Greengrass service role: %1</source>
        <translation>Das Konto hat seine Greengrass-Service-Rolle nicht angenommen: %1</translation>
    </message>
    <message>
        <source>The group did not take its role: %1</source>
        <translation>Die Gruppe hat ihre Rolle nicht angenommen: %1</translation>
    </message>
    <message>
        <source>The role %1 could not be made: %2</source>
        <translation>Die Rolle %1 konnte nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>The role %1 did not get its policy: %2</source>
        <translation>Die Rolle %1 hat ihre Policy nicht bekommen: %2</translation>
    </message>
</context>
<context>
    <name>IdentityActs</name>
    <message>
        <source>%1 the certificate %2</source>
        <translation>%1: Zertifikat %2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the thing %1</source>
        <translation>Das Thing %1 löschen</translation>
    </message>
    <message>
        <source>The thing %1 is deleted</source>
        <translation>Das Thing %1 ist gelöscht</translation>
    </message>
    <message>
        <source>AWS deletes a thing only when no certificate is attached to it. Try all the same?</source>
        <translation>AWS löscht ein Thing nur, wenn kein Zertifikat daran hängt. Trotzdem versuchen?</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>The certificate %1 is active</source>
        <translation>Das Zertifikat %1 ist aktiv</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>The certificate %1 is inactive</source>
        <translation>Das Zertifikat %1 ist inaktiv</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Detach the certificate from %1</source>
        <translation>Das Zertifikat von %1 lösen</translation>
    </message>
    <message>
        <source>%1 speaks for %2 no longer</source>
        <translation>%1 spricht nicht mehr für %2</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke the certificate %1</source>
        <translation>Das Zertifikat %1 widerrufen</translation>
    </message>
    <message>
        <source>The certificate %1 is revoked</source>
        <translation>Das Zertifikat %1 ist widerrufen</translation>
    </message>
    <message>
        <source>Revoke %1? Whoever uses it is thrown out, and its key is not to be trusted again.</source>
        <translation>%1 widerrufen? Wer es benutzt, wird getrennt, und dem Schlüssel ist nicht mehr zu trauen.</translation>
    </message>
    <message>
        <source>Delete the certificate %1</source>
        <translation>Das Zertifikat %1 löschen</translation>
    </message>
    <message>
        <source>The certificate %1 is deleted</source>
        <translation>Das Zertifikat %1 ist gelöscht</translation>
    </message>
    <message>
        <source>Delete %1? It cannot be brought back; only a new one can be made.</source>
        <translation>%1 löschen? Es lässt sich nicht zurückholen, nur neu machen.</translation>
    </message>
    <message>
        <source>Detach the policy %1</source>
        <translation>Die Policy %1 lösen</translation>
    </message>
    <message>
        <source>The policy %1 counts for %2 no longer</source>
        <translation>Die Policy %1 gilt nicht mehr für %2</translation>
    </message>
    <message>
        <source>Attach the policy %1</source>
        <translation>Die Policy %1 anhängen</translation>
    </message>
    <message>
        <source>The policy %1 counts for %2</source>
        <translation>Die Policy %1 gilt für %2</translation>
    </message>
    <message>
        <source>Attach to the thing %1</source>
        <translation>An das Thing %1 hängen</translation>
    </message>
    <message>
        <source>The certificate %1 speaks for %2</source>
        <translation>Das Zertifikat %1 spricht für %2</translation>
    </message>
    <message>
        <source>Register no more certificates of this authority</source>
        <translation>Keine weiteren Zertifikate dieser Stelle registrieren</translation>
    </message>
    <message>
        <source>Let certificates of this authority be registered</source>
        <translation>Zertifikate dieser Stelle registrieren lassen</translation>
    </message>
    <message>
        <source>The authority %1 is inactive; devices that are registered stay</source>
        <translation>Die Stelle %1 ist inaktiv; registrierte Geräte bleiben</translation>
    </message>
    <message>
        <source>The authority %1 is active</source>
        <translation>Die Stelle %1 ist aktiv</translation>
    </message>
    <message>
        <source>Register by itself</source>
        <translation>Selbsttätig registrieren</translation>
    </message>
    <message>
        <source>Do not register by itself</source>
        <translation>Nicht selbsttätig registrieren</translation>
    </message>
    <message>
        <source>Register new devices of this authority by themselves</source>
        <translation>Neue Geräte dieser Stelle selbsttätig registrieren</translation>
    </message>
    <message>
        <source>Register no devices of this authority by themselves</source>
        <translation>Geräte dieser Stelle nicht selbsttätig registrieren</translation>
    </message>
    <message>
        <source>Devices of this authority are registered when they first connect</source>
        <translation>Geräte dieser Stelle werden beim ersten Verbinden registriert</translation>
    </message>
    <message>
        <source>Devices of this authority are no longer registered by themselves</source>
        <translation>Geräte dieser Stelle werden nicht mehr selbsttätig registriert</translation>
    </message>
    <message>
        <source>Delete the authority %1</source>
        <translation>Stelle %1 löschen</translation>
    </message>
    <message>
        <source>The authority %1 is deleted</source>
        <translation>Die Stelle %1 ist gelöscht</translation>
    </message>
    <message>
        <source>Delete the authority %1? To have it again, it is registered again.</source>
        <translation>Stelle %1 löschen? Um sie wieder zu haben, wird sie neu registriert.</translation>
    </message>
</context>
<context>
    <name>JsonText</name>
    <message>
        <source>it ends too early: a bracket or a quote is still open</source>
        <translation>es endet zu früh: eine Klammer oder ein Anführungszeichen ist noch offen</translation>
    </message>
    <message>
        <source>something follows after its end</source>
        <translation>nach dem Ende folgt noch etwas</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>text stands in double quotes</source>
        <translation>Text steht in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>nothing follows the last comma</source>
        <translation>nach dem letzten Komma folgt nichts</translation>
    </message>
    <message>
        <source>a comma or a colon is missing before this</source>
        <translation>davor fehlt ein Komma oder ein Doppelpunkt</translation>
    </message>
    <message>
        <source>“%1” is not expected here</source>
        <translation>„%1“ wird hier nicht erwartet</translation>
    </message>
    <message>
        <source>Not JSON, line %1, column %2: %3.</source>
        <translation>Kein JSON, Zeile %1, Spalte %2: %3.</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>The certificate is %1, so it may do nothing at all. %2</source>
        <translation>Das Zertifikat ist %1 und darf gar nichts. %2</translation>
    </message>
</context>
<context>
    <name>LaneMoments</name>
    <message>
        <source>connected from %1, to the session it had before</source>
        <translation>von %1 verbunden, mit der Session von vorher</translation>
    </message>
    <message>
        <source>connected from %1</source>
        <translation>von %1 verbunden</translation>
    </message>
    <message>
        <source>refused, %1</source>
        <translation>abgewiesen, %1</translation>
    </message>
    <message>
        <source>the connection ended (%1)</source>
        <translation>die Verbindung endete (%1)</translation>
    </message>
    <message>
        <source>will sent on %1</source>
        <translation>Will auf %1 gesendet</translation>
    </message>
    <message>
        <source>will on %1 withheld</source>
        <translation>Will auf %1 zurückgehalten</translation>
    </message>
    <message>
        <source>the gateway dropped the stored session</source>
        <translation>das Gateway hat die gespeicherte Session verworfen</translation>
    </message>
    <message>
        <source>It promised to be heard every %1 s.</source>
        <translation>Er hat versprochen, sich alle %1 s hören zu lassen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>LanePainter</name>
    <message>
        <source>will %1</source>
        <translation>Will %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>LearnedList</name>
    <message>
        <source>over since %1</source>
        <translation>vorbei seit %1</translation>
    </message>
</context>
<context>
    <name>MapNode</name>
    <message>
        <source>will sent</source>
        <translation>Will gesendet</translation>
    </message>
    <message>
        <source>cable cut</source>
        <translation>Kabel getrennt</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>%1 faults</source>
        <translation>%1 Störungen</translation>
    </message>
</context>
<context>
    <name>NumberText</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>PayloadModel</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>PayloadVariables</name>
    <message>
        <source>%1: two numbers, the smaller first, as in ${random:1..6}.</source>
        <translation>%1: zwei Zahlen, die kleinere zuerst, wie in ${random:1..6}.</translation>
    </message>
    <message>
        <source>%1 is no variable; it is sent as it stands.</source>
        <translation>%1 ist keine Variable; es wird gesendet, wie es dasteht.</translation>
    </message>
</context>
<context>
    <name>PemFolder</name>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is an encrypted private key; openssl pkey -in … -out … writes one without a passphrase</source>
        <translation>ist ein verschlüsselter privater Schlüssel; openssl pkey -in … -out … schreibt einen ohne Passphrase</translation>
    </message>
    <message>
        <source>is a public key, which is not needed here</source>
        <translation>ist ein öffentlicher Schlüssel, der hier nicht gebraucht wird</translation>
    </message>
    <message>
        <source>is a signing request; the certificate is what came back for it</source>
        <translation>ist ein Antrag; das Zertifikat ist, was darauf zurückkam</translation>
    </message>
    <message>
        <source>has a damaged PEM block: a line is missing or was changed</source>
        <translation>hat einen beschädigten PEM-Block: Eine Zeile fehlt oder wurde verändert</translation>
    </message>
    <message>
        <source>is no PEM file: there is no line -----BEGIN … -----</source>
        <translation>ist keine PEM-Datei: Es gibt keine Zeile -----BEGIN … -----</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>is far too long for a key or certificate</source>
        <translation>ist viel zu lang für einen Schlüssel oder ein Zertifikat</translation>
    </message>
    <message>
        <source>holds no private key that can be used: %1</source>
        <translation>enthält keinen brauchbaren privaten Schlüssel: %1</translation>
    </message>
    <message>
        <source>%1 expired on %2.</source>
        <translation>%1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>%1 is not valid before %2: it is too new, or this computer&apos;s clock is wrong.</source>
        <translation>%1 gilt erst ab %2: Es ist zu neu, oder die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>%1; expires soon, on %2.</source>
        <translation>%1; läuft bald ab, am %2.</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>%1 is a private key, not a root certificate. Never give a private key away.</source>
        <translation>%1 ist ein privater Schlüssel, kein Wurzelzertifikat. Private Schlüssel gibt man nie aus der Hand.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>%1 is your device certificate; the root belongs to who signed the server&apos;s.</source>
        <translation>%1 ist Ihr Gerätezertifikat; die Wurzel gehört dem, der das des Servers unterschrieb.</translation>
    </message>
    <message>
        <source>%1 is a device certificate (%2), not that of an authority.</source>
        <translation>%1 ist ein Gerätezertifikat (%2), nicht das einer Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>%1 is a private key; the certificate is the other file.</source>
        <translation>%1 ist ein privater Schlüssel; das Zertifikat ist die andere Datei.</translation>
    </message>
    <message>
        <source>%1 is the certificate of an authority, not of a device.</source>
        <translation>%1 ist das Zertifikat einer Zertifizierungsstelle, nicht eines Geräts.</translation>
    </message>
    <message>
        <source>%1 is a certificate, not a private key.</source>
        <translation>%1 ist ein Zertifikat, kein privater Schlüssel.</translation>
    </message>
    <message>
        <source>%1 has no certificate to go with it.</source>
        <translation>Zu %1 fehlt das Zertifikat.</translation>
    </message>
    <message>
        <source>%1 does not belong to %2: it is the key of another certificate.</source>
        <translation>%1 gehört nicht zu %2: Es ist der Schlüssel eines anderen Zertifikats.</translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>passt zu %1</translation>
    </message>
    <message>
        <source>The private key of %1 is missing.</source>
        <translation>Der private Schlüssel zu %1 fehlt.</translation>
    </message>
    <message>
        <source>There are no .pem, .crt, .cer or .key files in there.</source>
        <translation>Darin sind keine Dateien .pem, .crt, .cer oder .key.</translation>
    </message>
</context>
<context>
    <name>PolicyText</name>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>%1 was written by a newer Greensward; it is left as it is</source>
        <translation>%1 wurde von einem neueren Greensward geschrieben; es bleibt, wie es ist</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>PresenterNotes</name>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>ProfileBundle</name>
    <message>
        <source>%1 is too large for the memory</source>
        <translation>%1 ist zu groß für den Speicher</translation>
    </message>
    <message>
        <source>%1 cannot be packed: %2</source>
        <translation>%1 kann nicht gepackt werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be encrypted: %2</source>
        <translation>%1 kann nicht verschlüsselt werden: %2</translation>
    </message>
    <message>
        <source>the file has no %1: it is no bundle of connections</source>
        <translation>die Datei hat kein %1: sie ist kein Bündel von Verbindungen</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked: %2</source>
        <translation>%1 kann nicht entpackt werden: %2</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 holds a private key; tick private keys to let it go along</source>
        <translation>%1 enthält einen privaten Schlüssel; damit er mitgeht, private Schlüssel ankreuzen</translation>
    </message>
    <message>
        <source>no folder can be made in %1</source>
        <translation>in %1 lässt sich kein Ordner anlegen</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a bundle of connections</source>
        <translation>%1 ist zu groß für ein Bündel von Verbindungen</translation>
    </message>
    <message>
        <source>%1 is no bundle of connections</source>
        <translation>%1 ist kein Bündel von Verbindungen</translation>
    </message>
</context>
<context>
    <name>ProfileFlaw</name>
    <message>
        <source>%1:// is the beginning of a URL; a host name stands alone.</source>
        <translation>%1:// ist der Anfang einer URL; ein Rechnername steht für sich.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>This is an ARN of the service %1. The endpoint is a host name like a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com: aws iot describe-endpoint --endpoint-type iot:Data-ATS tells yours.</source>
        <translation>Das ist eine ARN des Dienstes %1. Der Endpunkt ist ein Rechnername wie a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com: aws iot describe-endpoint --endpoint-type iot:Data-ATS nennt Ihren.</translation>
    </message>
    <message>
        <source>This is the older name of the endpoint, with a certificate that Amazon&apos;s root does not vouch for. The one with -ats has one.</source>
        <translation>Das ist der ältere Name des Endpunkts, mit einem Zertifikat, für das Amazons Wurzel nicht bürgt. Der mit -ats hat eines.</translation>
    </message>
    <message>
        <source>The endpoint of your account is missing.</source>
        <translation>Der Endpunkt Ihres Kontos fehlt.</translation>
    </message>
    <message>
        <source>The name or address of the broker is missing.</source>
        <translation>Name oder Adresse des Brokers fehlt.</translation>
    </message>
    <message>
        <source>There is a blank before or behind the name.</source>
        <translation>Vor oder hinter dem Namen steht ein Leerzeichen.</translation>
    </message>
    <message>
        <source>The port has a field of its own.</source>
        <translation>Der Port hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a host name.</source>
        <translation>„%1“ kann nicht Teil eines Rechnernamens sein.</translation>
    </message>
    <message>
        <source>On port 443 AWS IoT takes this for HTTPS unless ALPN says %1.</source>
        <translation>Auf Port 443 hält AWS IoT das für HTTPS, außer ALPN sagt %1.</translation>
    </message>
    <message>
        <source>Use ALPN %1</source>
        <translation>ALPN %1 nehmen</translation>
    </message>
    <message>
        <source>AWS IoT speaks MQTT over TLS only.</source>
        <translation>AWS IoT spricht MQTT nur über TLS.</translation>
    </message>
    <message>
        <source>Use TLS on port 8883</source>
        <translation>TLS auf Port 8883 nehmen</translation>
    </message>
    <message>
        <source>AWS IoT closes the connection of who subscribes to %1 without a policy that allows it.</source>
        <translation>AWS IoT schließt die Verbindung, wenn jemand %1 abonniert, ohne dass eine Policy es erlaubt.</translation>
    </message>
    <message>
        <source>The connection needs a name.</source>
        <translation>Die Verbindung braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name is at most %1 characters long.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>There is another connection of this name.</source>
        <translation>Eine andere Verbindung heißt schon so.</translation>
    </message>
    <message>
        <source>A name has no › between thin spaces.</source>
        <translation>In einem Namen steht kein › zwischen schmalen Leerzeichen.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65,535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65.535.</translation>
    </message>
    <message>
        <source>MQTT 3.1.1 has no password without a user name [MQTT-3.1.2-22].</source>
        <translation>In MQTT 3.1.1 gibt es kein Passwort ohne Benutzernamen [MQTT-3.1.2-22].</translation>
    </message>
    <message>
        <source>The certificate&apos;s private key is missing.</source>
        <translation>Der private Schlüssel zum Zertifikat fehlt.</translation>
    </message>
    <message>
        <source>The private key&apos;s certificate is missing.</source>
        <translation>Das Zertifikat zum privaten Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>“here” is what filters call this workspace&apos;s own gateway. Choose another name.</source>
        <translation>„here“ heißt in Filtern das eigene Gateway dieser Werkstatt. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>ProfileImport</name>
    <message>
        <source>%1 was not checking the server&apos;s certificate; here it is checked.</source>
        <translation>%1 prüfte das Zertifikat des Servers nicht; hier wird es geprüft.</translation>
    </message>
    <message>
        <source>%1 had %2 within its file: choose the files themselves in the profile.</source>
        <translation>Bei %1 lag %2 in der Datei selbst: Wählen Sie im Profil die Dateien selbst.</translation>
    </message>
    <message>
        <source>The file is no JSON: %1.</source>
        <translation>Die Datei ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>Passwords were not taken over; they are asked for.</source>
        <translation>Passwörter wurden nicht übernommen; nach ihnen wird gefragt.</translation>
    </message>
    <message>
        <source>The file holds no connections of MQTTX or MQTT Explorer.</source>
        <translation>Die Datei enthält keine Verbindungen von MQTTX oder MQTT Explorer.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Connect as %1</source>
        <translation>Verbinden als %1</translation>
    </message>
    <message>
        <source>Subscribe to %1</source>
        <translation>Abonnieren von %1</translation>
    </message>
    <message>
        <source>Receive on %1</source>
        <translation>Empfangen auf %1</translation>
    </message>
    <message>
        <source>Publish on %1</source>
        <translation>Veröffentlichen auf %1</translation>
    </message>
    <message>
        <source>Publish retained on %1</source>
        <translation>Retained veröffentlichen auf %1</translation>
    </message>
</context>
<context>
    <name>RegisterAuthorityDialog</name>
    <message>
        <source>The first file holds no certificate (PEM).</source>
        <translation>In der ersten Datei ist kein Zertifikat (PEM).</translation>
    </message>
    <message>
        <source>%1 is no authority: its certificate does not say CA:TRUE.</source>
        <translation>%1 ist keine Stelle: Im Zertifikat steht nicht CA:TRUE.</translation>
    </message>
    <message>
        <source>The second file holds no certificate (PEM).</source>
        <translation>In der zweiten Datei ist kein Zertifikat (PEM).</translation>
    </message>
    <message>
        <source>The verification certificate is for “%1”, not for the registration code.</source>
        <translation>Das Prüfzertifikat ist für „%1“, nicht für den Registrierungscode.</translation>
    </message>
    <message>
        <source>The verification certificate was not signed by this authority.</source>
        <translation>Das Prüfzertifikat wurde nicht von dieser Stelle unterschrieben.</translation>
    </message>
</context>
<context>
    <name>Scenarios</name>
    <message>
        <source>A flaky line</source>
        <translation>Eine wacklige Leitung</translation>
    </message>
    <message>
        <source>Delays, stalls and short cuts, none long enough for the keep alive: no last will comes, yet the messages arrive late and in heaps.</source>
        <translation>Verzögerungen, Stockungen und kurze Unterbrechungen, keine lang genug für das Keep-Alive: kein Last Will kommt, aber die Nachrichten kommen spät und in Haufen.</translation>
    </message>
    <message>
        <source>A storm</source>
        <translation>Ein Sturm</translation>
    </message>
    <message>
        <source>The wind rises until the turbine shuts itself down, the line goes bad, lightning cuts the cable: watch the last will, and who notices what, when.</source>
        <translation>Der Wind nimmt zu, bis die Turbine sich abschaltet, die Leitung wird schlecht, ein Blitz trennt das Kabel: achten Sie auf den Last Will und darauf, wer was wann merkt.</translation>
    </message>
</context>
<context>
    <name>ScopeShare</name>
    <message>
        <source>Not here, for it speaks of messages: %1</source>
        <translation>Hier nicht, denn es spricht von Nachrichten: %1</translation>
    </message>
</context>
<context>
    <name>SecurityWords</name>
    <message>
        <source>not valid before %1</source>
        <translation>nicht gültig vor %1</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>until %1, %2 days left</source>
        <translation>bis %1, noch %2 Tage</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>waits for activation</source>
        <translation>wartet auf Aktivierung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>ShadowDocument</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>greensward::app::BrokerProbe</name>
    <message>
        <source>no answer to CONNECT for %1 s</source>
        <translation>%1 s lang keine Antwort auf CONNECT</translation>
    </message>
    <message>
        <source>no answer for %1 s; something on the way may drop the packets</source>
        <translation>%1 s lang keine Antwort; vielleicht verwirft etwas auf dem Weg die Pakete</translation>
    </message>
    <message>
        <source>accepted; the broker gives the client id %1</source>
        <translation>angenommen; der Broker vergibt die Client-Id %1</translation>
    </message>
    <message>
        <source>accepted as %1</source>
        <translation>angenommen als %1</translation>
    </message>
    <message>
        <source>refused with code %1: %2</source>
        <translation>abgelehnt mit Code %1: %2</translation>
    </message>
    <message>
        <source>%1 instead of answering CONNECT: AWS IoT does that when the certificate is not active or its policy does not allow this client id</source>
        <translation>%1, statt auf CONNECT zu antworten: So tut es AWS IoT, wenn das Zertifikat nicht aktiv ist oder seine Policy diese Client-Id nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 instead of answering CONNECT</source>
        <translation>%1, statt auf CONNECT zu antworten</translation>
    </message>
</context>
<context>
    <name>greensward::app::BrokerSocket</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 holds no certificate</source>
        <translation>%1 enthält kein Zertifikat</translation>
    </message>
    <message>
        <source>%1 holds no private key that can be used</source>
        <translation>%1 enthält keinen brauchbaren privaten Schlüssel</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>the broker closed the connection</source>
        <translation>der Broker hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the broker closed the WebSocket</source>
        <translation>der Broker hat den WebSocket geschlossen</translation>
    </message>
    <message>
        <source>the broker closed the WebSocket: %1</source>
        <translation>der Broker hat den WebSocket geschlossen: %1</translation>
    </message>
    <message>
        <source>this system&apos;s roots</source>
        <translation>die Wurzeln dieses Systems</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is for %1, not for %2</source>
        <translation>das Zertifikat des Servers gilt für %1, nicht für %2</translation>
    </message>
    <message>
        <source>the server&apos;s certificate %1 has expired</source>
        <translation>das Zertifikat %1 des Servers ist abgelaufen</translation>
    </message>
    <message>
        <source>the server&apos;s certificate %1 is not valid yet, or this computer&apos;s clock is wrong</source>
        <translation>das Zertifikat %1 des Servers gilt noch nicht, oder die Uhr dieses Rechners geht falsch</translation>
    </message>
    <message>
        <source>the server&apos;s certificate was signed by %1, which is not among %2</source>
        <translation>das Zertifikat des Servers hat %1 unterschrieben, und das gehört nicht zu %2</translation>
    </message>
    <message>
        <source>the server&apos;s certificate: %1</source>
        <translation>das Zertifikat des Servers: %1</translation>
    </message>
    <message>
        <source>the broker sent the TLS alert “%1”</source>
        <translation>der Broker sandte den TLS-Alert „%1“</translation>
    </message>
    <message>
        <source>there is no host called %1</source>
        <translation>es gibt keinen Rechner namens %1</translation>
    </message>
    <message>
        <source>nobody listens on port %1 of %2</source>
        <translation>niemand horcht auf Port %1 von %2</translation>
    </message>
    <message>
        <source>the broker closed the connection during the TLS handshake</source>
        <translation>der Broker hat die Verbindung während des TLS-Handshakes geschlossen</translation>
    </message>
    <message>
        <source>closed by this console</source>
        <translation>von dieser Konsole geschlossen</translation>
    </message>
</context>
<context>
    <name>greensward::app::PhoneClient</name>
    <message>
        <source>%1 filters granted</source>
        <translation>%1 Filter gewährt</translation>
    </message>
</context>
<context>
    <name>greensward::ui</name>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>1 / s</source>
        <translation>1 / s</translation>
    </message>
    <message>
        <source>1 / min</source>
        <translation>1 / min</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>alle %1 s</translation>
    </message>
    <message>
        <source>Still connected. It asked for no keep-alive, so the gateway notices a silent end only when it has something to send [MQTT-3.1.2.10].</source>
        <translation>Noch verbunden. Er hat kein Keep-Alive verlangt, also bemerkt das Gateway ein stilles Ende erst, wenn es etwas zu senden hat [MQTT-3.1.2.10].</translation>
    </message>
    <message>
        <source>Still connected. If nothing more is heard, the gateway closes the connection in %1 s: %2 s after the last packet, which is 1.5 times the keep-alive of %3 s [MQTT-3.1.2-24].</source>
        <translation>Noch verbunden. Ist nichts mehr zu hören, schließt das Gateway die Verbindung in %1 s: %2 s nach dem letzten Paket, das 1,5-Fache des Keep-Alive von %3 s [MQTT-3.1.2-24].</translation>
    </message>
    <message>
        <source>Connected to %1 (%2), a broker outside this workspace.</source>
        <translation>Verbunden mit %1 (%2), einem Broker außerhalb dieser Werkstatt.</translation>
    </message>
    <message>
        <source>%1 (%2) could not be connected to: %3.</source>
        <translation>%1 (%2) war nicht zu erreichen: %3.</translation>
    </message>
    <message>
        <source>This console said goodbye to %1: it sent DISCONNECT and closed the connection [MQTT-3.14.4-1].</source>
        <translation>Diese Konsole hat sich von %1 verabschiedet: Sie sandte DISCONNECT und schloss die Verbindung [MQTT-3.14.4-1].</translation>
    </message>
    <message>
        <source>The connection to %1 (%2) ended: %3.</source>
        <translation>Die Verbindung zu %1 (%2) endete: %3.</translation>
    </message>
    <message>
        <source>The gateway closed the connection before it heard who is there: %1.</source>
        <translation>Das Gateway schloss die Verbindung, bevor es hörte, wer da ist: %1.</translation>
    </message>
    <message>
        <source>The gateway refused the CONNECT because user name and password do not fit: %1 [MQTT-3.2.2-5].</source>
        <translation>Das Gateway wies das CONNECT ab, weil Benutzername und Passwort nicht passen: %1 [MQTT-3.2.2-5].</translation>
    </message>
    <message>
        <source>The gateway refused the CONNECT because this client may not connect: %1 [MQTT-3.2.2-5].</source>
        <translation>Das Gateway wies das CONNECT ab, weil dieser Client sich nicht verbinden darf: %1 [MQTT-3.2.2-5].</translation>
    </message>
    <message>
        <source>The gateway refused the CONNECT because of its client id: %1 [MQTT-3.1.3-9].</source>
        <translation>Das Gateway wies das CONNECT wegen seiner Client-ID ab: %1 [MQTT-3.1.3-9].</translation>
    </message>
    <message>
        <source>The gateway refused the CONNECT because of its protocol version: %1 [MQTT-3.1.2-2].</source>
        <translation>Das Gateway wies das CONNECT wegen seiner Protokollversion ab: %1 [MQTT-3.1.2-2].</translation>
    </message>
    <message>
        <source>The gateway refused the CONNECT: %1 [MQTT-3.2.2-5].</source>
        <translation>Das Gateway wies das CONNECT ab: %1 [MQTT-3.2.2-5].</translation>
    </message>
    <message>
        <source>The other end closed the network connection without a DISCONNECT (TCP FIN). So it looks when a program crashes or is killed: its system closes the connection for it [MQTT-3.1.2-8].</source>
        <translation>Das andere Ende schloss die Netzwerkverbindung ohne DISCONNECT (TCP FIN). So sieht es aus, wenn ein Programm abstürzt oder beendet wird: sein System schließt die Verbindung für es [MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>The network connection was reset without a DISCONNECT (TCP RST). So it looks when a machine restarts, or when something on the way cuts the connection [MQTT-3.1.2-8].</source>
        <translation>Die Netzwerkverbindung wurde ohne DISCONNECT zurückgesetzt (TCP RST). So sieht es aus, wenn eine Maschine neu startet oder etwas auf dem Weg die Verbindung trennt [MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>The other end stopped answering: what the gateway sent was never acknowledged by TCP, and no DISCONNECT came [MQTT-3.1.2-8].</source>
        <translation>Das andere Ende antwortete nicht mehr: was das Gateway sandte, wurde von TCP nie bestätigt, und kein DISCONNECT kam [MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>The connection was lost without a DISCONNECT [MQTT-3.1.2-8]. The gateway saw this: %1.</source>
        <translation>Die Verbindung ging ohne DISCONNECT verloren [MQTT-3.1.2-8]. Das Gateway sah dies: %1.</translation>
    </message>
    <message>
        <source>Another connection came with the same client id, so the gateway closed this one [MQTT-3.1.4-2]. When this repeats, two programs use one id and throw each other out.</source>
        <translation>Eine andere Verbindung kam mit derselben Client-ID, also schloss das Gateway diese [MQTT-3.1.4-2]. Wiederholt sich das, benutzen zwei Programme eine ID und werfen einander hinaus.</translation>
    </message>
    <message>
        <source>The same client id connected from %1, so the gateway closed this connection from %2 [MQTT-3.1.4-2]. When this repeats, two programs use one id and throw each other out.</source>
        <translation>Dieselbe Client-ID verband sich von %1, also schloss das Gateway diese Verbindung von %2 [MQTT-3.1.4-2]. Wiederholt sich das, benutzen zwei Programme eine ID und werfen einander hinaus.</translation>
    </message>
    <message>
        <source>What became of the will on %1 was not recorded.</source>
        <translation>Was aus dem Will auf %1 wurde, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Waiting: the will on %1 is published at %2, %3 s after the end, unless the client comes back first [MQTT5-3.1.3-9].</source>
        <translation>Wartet: der Will auf %1 wird um %2 veröffentlicht, %3 s nach dem Ende, wenn der Client nicht vorher wiederkommt [MQTT5-3.1.3-9].</translation>
    </message>
    <message>
        <source>Armed on %1. If nothing more is heard, the connection ends in %2 s and the will fires %3 s later. It is withheld if the client says goodbye with DISCONNECT, or comes back within those %3 s [MQTT5-3.1.3-9].</source>
        <translation>Gespannt auf %1. Ist nichts mehr zu hören, endet die Verbindung in %2 s, und der Will folgt %3 s später. Er wird zurückgehalten, wenn der Client sich mit DISCONNECT verabschiedet oder binnen dieser %3 s wiederkommt [MQTT5-3.1.3-9].</translation>
    </message>
    <message>
        <source>Armed on %1. It fires in %2 s if nothing more is heard, and at once if the connection breaks. It is withheld if the client says goodbye with DISCONNECT [MQTT-3.1.2-8, MQTT-3.14.4-3].</source>
        <translation>Gespannt auf %1. Er folgt in %2 s, wenn nichts mehr zu hören ist, und sofort, wenn die Verbindung abbricht. Er wird zurückgehalten, wenn der Client sich mit DISCONNECT verabschiedet [MQTT-3.1.2-8, MQTT-3.14.4-3].</translation>
    </message>
    <message>
        <source>Armed on %1. It fires when the connection breaks. It is withheld if the client says goodbye with DISCONNECT [MQTT-3.1.2-8, MQTT-3.14.4-3].</source>
        <translation>Gespannt auf %1. Er folgt, wenn die Verbindung abbricht. Er wird zurückgehalten, wenn der Client sich mit DISCONNECT verabschiedet [MQTT-3.1.2-8, MQTT-3.14.4-3].</translation>
    </message>
    <message>
        <source>Sent at %1 on %2, %3 s after the connection was lost: its will delay had passed, and the client had not come back [MQTT5-3.1.3.2.2].</source>
        <translation>Um %1 auf %2 gesendet, %3 s nachdem die Verbindung verloren ging: seine Verzögerung war um, und der Client war nicht wiedergekommen [MQTT5-3.1.3.2.2].</translation>
    </message>
    <message>
        <source>Sent at %1 on %2: no packet for %3 s, so the gateway closed the connection, and no DISCONNECT had taken the will back [MQTT-3.1.2-8].</source>
        <translation>Um %1 auf %2 gesendet: seit %3 s kein Paket, also schloss das Gateway die Verbindung, und kein DISCONNECT hatte den Will zurückgenommen [MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>Sent at %1 on %2: being thrown out by another connection of the same client id counts as a loss [MQTT-3.1.4-2, MQTT-3.1.2-8].</source>
        <translation>Um %1 auf %2 gesendet: von einer anderen Verbindung derselben Client-ID hinausgeworfen zu werden gilt als Verlust [MQTT-3.1.4-2, MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>Sent at %1 on %2: the gateway closed the connection because of a broken rule, and that counts as a loss [MQTT-3.1.2-8].</source>
        <translation>Um %1 auf %2 gesendet: das Gateway schloss die Verbindung wegen einer verletzten Regel, und das gilt als Verlust [MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>Sent at %1 on %2: the DISCONNECT carried a reason that keeps the will [MQTT5-3.14.4-3].</source>
        <translation>Um %1 auf %2 gesendet: das DISCONNECT trug einen Grund, der den Will bestehen lässt [MQTT5-3.14.4-3].</translation>
    </message>
    <message>
        <source>Sent at %1 on %2: the gateway closed the connection, and the client had not said goodbye before [MQTT-3.1.2-8].</source>
        <translation>Um %1 auf %2 gesendet: das Gateway schloss die Verbindung, und der Client hatte sich vorher nicht verabschiedet [MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>Sent at %1 on %2: the connection ended without a DISCONNECT [MQTT-3.1.2-8].</source>
        <translation>Um %1 auf %2 gesendet: die Verbindung endete ohne DISCONNECT [MQTT-3.1.2-8].</translation>
    </message>
    <message>
        <source>No will: the client said goodbye. DISCONNECT makes the gateway drop the will on %1 [MQTT-3.14.4-3].</source>
        <translation>Kein Will: der Client hat sich verabschiedet. DISCONNECT lässt das Gateway den Will auf %1 verwerfen [MQTT-3.14.4-3].</translation>
    </message>
    <message>
        <source>Withheld: the client came back before the delay of %1 s had passed, so the will on %2 was dropped [MQTT5-3.1.3-9].</source>
        <translation>Zurückgehalten: der Client kam wieder, bevor die Verzögerung von %1 s um war, also wurde der Will auf %2 verworfen [MQTT5-3.1.3-9].</translation>
    </message>
    <message>
        <source>Withheld: whoever had the gateway close the connection asked that the will on %1 not be published.</source>
        <translation>Zurückgehalten: wer das Gateway die Verbindung schließen ließ, wollte, dass der Will auf %1 nicht veröffentlicht wird.</translation>
    </message>
    <message>
        <source>Withheld: the client was lost, but it may not publish its will on %1: %2.</source>
        <translation>Zurückgehalten: der Client ging verloren, aber er darf seinen Will auf %1 nicht veröffentlichen: %2.</translation>
    </message>
    <message>
        <source>said goodbye</source>
        <translation>verabschiedet</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>Protokollfehler</translation>
    </message>
    <message>
        <source>closed by the gateway</source>
        <translation>vom Gateway geschlossen</translation>
    </message>
    <message>
        <source>How this connection ended was not recorded: the next one of the same client id was already there.</source>
        <translation>Wie diese Verbindung endete, ist nicht aufgezeichnet: die nächste derselben Client-ID war schon da.</translation>
    </message>
    <message>
        <source>The client said goodbye: it sent DISCONNECT and closed the connection [MQTT-3.14.4-1].</source>
        <translation>Der Client hat sich verabschiedet: er sandte DISCONNECT und schloss die Verbindung [MQTT-3.14.4-1].</translation>
    </message>
    <message>
        <source>The client sent a DISCONNECT that is not a normal goodbye (%1), so its will counts [MQTT5-3.14.2.1].</source>
        <translation>Der Client sandte ein DISCONNECT, das kein üblicher Abschied ist (%1), also gilt sein Will [MQTT5-3.14.2.1].</translation>
    </message>
    <message>
        <source>No packet for %1 s, which is 1.5 times the keep-alive of %2 s, so the gateway closed the connection [MQTT-3.1.2-24]. So it looks when a cable is pulled.</source>
        <translation>Seit %1 s kein Paket, das 1,5-Fache des Keep-Alive von %2 s, also schloss das Gateway die Verbindung [MQTT-3.1.2-24]. So sieht es aus, wenn ein Kabel gezogen wird.</translation>
    </message>
    <message>
        <source>The client broke a rule of MQTT, so the gateway closed the connection [MQTT-4.8.0-1]: %1.</source>
        <translation>Der Client verletzte eine Regel von MQTT, also schloss das Gateway die Verbindung [MQTT-4.8.0-1]: %1.</translation>
    </message>
    <message>
        <source>The gateway closed the connection because the client did something it may not do: %1.</source>
        <translation>Das Gateway schloss die Verbindung, weil der Client etwas tat, was er nicht darf: %1.</translation>
    </message>
    <message>
        <source>No CONNECT arrived in time, so the gateway closed the connection [MQTT-3.1.4].</source>
        <translation>Kein CONNECT kam rechtzeitig, also schloss das Gateway die Verbindung [MQTT-3.1.4].</translation>
    </message>
    <message>
        <source>The client did not read what it was sent, and what waited for it reached the gateway&apos;s limit: %1.</source>
        <translation>Der Client las nicht, was ihm gesendet wurde, und was auf ihn wartete, erreichte die Grenze des Gateways: %1.</translation>
    </message>
    <message>
        <source>The gateway was stopped or restarted, which ends every connection. Clients are expected to connect again by themselves.</source>
        <translation>Das Gateway wurde beendet oder neu gestartet, was jede Verbindung beendet. Von Clients wird erwartet, dass sie sich von selbst wieder verbinden.</translation>
    </message>
    <message>
        <source>Somebody had the gateway close this connection: %1.</source>
        <translation>Jemand ließ das Gateway diese Verbindung schließen: %1.</translation>
    </message>
    <message>
        <source>No will: the connection never began.</source>
        <translation>Kein Will: die Verbindung hat nie begonnen.</translation>
    </message>
    <message>
        <source>No will: the CONNECT carried none, so nobody is told when this client is lost.</source>
        <translation>Kein Will: das CONNECT trug keinen, also erfährt niemand, wenn dieser Client verloren geht.</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 später</translation>
    </message>
    <message>
        <source>The gateway&apos;s %1</source>
        <translation>%1 des Gateways</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>retain</source>
        <translation>Retain</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>noch einmal gesendet</translation>
    </message>
    <message>
        <source>%1 publishes %2</source>
        <translation>%1 veröffentlicht %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A link from %1 over %2</source>
        <translation>Eine Verbindung von %1 über %2</translation>
    </message>
    <message>
        <source>%1 connected</source>
        <translation>%1 verbunden</translation>
    </message>
    <message>
        <source>The connection of %1 ended</source>
        <translation>Die Verbindung von %1 endete</translation>
    </message>
    <message>
        <source>Its will on %1 is armed</source>
        <translation>Sein Will auf %1 ist gespannt</translation>
    </message>
    <message>
        <source>The gateway publishes the will of %1</source>
        <translation>Das Gateway veröffentlicht den Will von %1</translation>
    </message>
    <message>
        <source>The will of %1 is withheld</source>
        <translation>Der Will von %1 wird zurückgehalten</translation>
    </message>
    <message>
        <source>Kept as the retained message of the topic</source>
        <translation>Als Retained-Nachricht des Topics behalten</translation>
    </message>
    <message>
        <source>Who subscribes later gets it at once [MQTT-3.3.1-6].</source>
        <translation>Wer später abonniert, bekommt sie sofort [MQTT-3.3.1-6].</translation>
    </message>
    <message>
        <source>The retained message of the topic is cleared</source>
        <translation>Die Retained-Nachricht des Topics ist gelöscht</translation>
    </message>
    <message>
        <source>A retained message without content does that [MQTT-3.3.1-10].</source>
        <translation>Eine Retained-Nachricht ohne Inhalt tut das [MQTT-3.3.1-10].</translation>
    </message>
    <message>
        <source>Subscribed to %1</source>
        <translation>%1 abonniert</translation>
    </message>
    <message>
        <source>A message on %1 was refused</source>
        <translation>Eine Nachricht auf %1 wurde abgewiesen</translation>
    </message>
    <message>
        <source>A limit was reached</source>
        <translation>Eine Grenze wurde erreicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What came before is no longer recorded</source>
        <translation>Was davor kam, ist nicht mehr aufgezeichnet</translation>
    </message>
    <message>
        <source>The console keeps the newest events within a budget of memory; the older ones have gone.</source>
        <translation>Die Konsole behält die neuesten Ereignisse in einem Speicherbudget; die älteren sind weg.</translation>
    </message>
    <message>
        <source>Gateway: refused</source>
        <translation>Gateway: abgewiesen</translation>
    </message>
    <message>
        <source>Gateway: allowed</source>
        <translation>Gateway: erlaubt</translation>
    </message>
    <message>
        <source>It comes from the gateway itself, which asks nobody.</source>
        <translation>Es kommt vom Gateway selbst, das niemanden fragt.</translation>
    </message>
    <message>
        <source>A will, published on behalf of its client.</source>
        <translation>Ein Will, im Namen seines Clients veröffentlicht.</translation>
    </message>
    <message>
        <source>%1: sent, and nobody acknowledges it</source>
        <translation>%1: gesendet, und niemand bestätigt es</translation>
    </message>
    <message>
        <source>%1: sent, not acknowledged yet</source>
        <translation>%1: gesendet, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>%1: acknowledged</source>
        <translation>%1: bestätigt</translation>
    </message>
    <message>
        <source>%1: waits in its session</source>
        <translation>%1: wartet in seiner Session</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Only the first %1 receivers of a message are told one by one.</source>
        <translation>Nur die ersten %1 Empfänger einer Nachricht werden einzeln genannt.</translation>
    </message>
    <message>
        <source>Nobody received it</source>
        <translation>Niemand hat sie empfangen</translation>
    </message>
    <message>
        <source>No client had a subscription that matches the topic.</source>
        <translation>Kein Client hatte ein Abonnement, das zum Topic passt.</translation>
    </message>
    <message>
        <source>It caused: %1 publishes %2</source>
        <translation>Sie bewirkte: %1 veröffentlicht %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n keep-alive pings</source>
        <translation>
            <numerusform>%n Keep-Alive-Ping</numerusform>
            <numerusform>%n Keep-Alive-Pings</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more events</source>
        <translation>und %1 weitere Ereignisse</translation>
    </message>
    <message>
        <source>no longer recorded</source>
        <translation>nicht mehr aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 publishes</source>
        <translation>%1 veröffentlicht</translation>
    </message>
    <message>
        <source>gateway: refused</source>
        <translation>Gateway: abgewiesen</translation>
    </message>
    <message>
        <source>gateway: allowed</source>
        <translation>Gateway: erlaubt</translation>
    </message>
    <message>
        <source>kept as retained</source>
        <translation>als Retained behalten</translation>
    </message>
    <message>
        <source>retained cleared</source>
        <translation>Retained gelöscht</translation>
    </message>
    <message>
        <source>%1 received · %2</source>
        <translation>%1 empfingen · %2</translation>
    </message>
    <message>
        <source>%1 did not</source>
        <translation>%1 nicht</translation>
    </message>
    <message>
        <source>nobody received it</source>
        <translation>niemand hat sie empfangen</translation>
    </message>
    <message>
        <source>caused %1 more</source>
        <translation>bewirkte %1 weitere</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Journey of message %1</source>
        <translation>Reise der Nachricht %1</translation>
    </message>
    <message>
        <source>Journey of event %1</source>
        <translation>Reise des Ereignisses %1</translation>
    </message>
    <message>
        <source>Journey of %1</source>
        <translation>Reise von %1</translation>
    </message>
    <message>
        <source>%1: %2 is desired, nothing is reported.</source>
        <translation>%1: gewünscht ist %2, gemeldet ist nichts.</translation>
    </message>
    <message>
        <source>%1: desired is %2 (%3), reported is %4 (%5). The service compares types, too, so this stays until one of them changes its type.</source>
        <translation>%1: desired ist %2 (%3), reported ist %4 (%5). Der Dienst vergleicht auch Typen, also bleibt das, bis eines den Typ wechselt.</translation>
    </message>
    <message>
        <source>%1: desired is %2, reported is %3.</source>
        <translation>%1: desired ist %2, reported ist %3.</translation>
    </message>
    <message>
        <source>The device says why: %1.</source>
        <translation>Das Gerät sagt warum: %1.</translation>
    </message>
    <message>
        <source>%1 is not connected; it was last told v%2 at %3. It learns of this when it is back and asks for the document.</source>
        <translation>%1 ist nicht verbunden; zuletzt erfuhr es v%2 um %3. Hiervon erfährt es, wenn es zurück ist und nach dem Dokument fragt.</translation>
    </message>
    <message>
        <source>%1 is not connected, and was not told anything of this shadow yet.</source>
        <translation>%1 ist nicht verbunden und hat von diesem Shadow noch nichts erfahren.</translation>
    </message>
    <message>
        <source>%1 is connected, but no delta of this was delivered to it: it does not listen to update/delta, or asked before.</source>
        <translation>%1 ist verbunden, bekam davon aber kein Delta: es hört nicht auf update/delta oder hat vorher gefragt.</translation>
    </message>
    <message>
        <source>%1 was told v%2 %3 ago and has reported since (v%4), but not this.</source>
        <translation>%1 erfuhr v%2 vor %3 und hat seitdem gemeldet (v%4), aber nicht dies.</translation>
    </message>
    <message>
        <source>%1 was told v%2 %3 ago and has not reported since. Accepted and delta of one update carry the same version: a client that takes the one for seen may drop the other as old.</source>
        <translation>%1 erfuhr v%2 vor %3 und hat seitdem nichts gemeldet. accepted und delta einer Änderung tragen dieselbe Version: wer das eine für gesehen hält, verwirft das andere vielleicht als alt.</translation>
    </message>
    <message>
        <source>There is no delta: nothing is desired.</source>
        <translation>Es gibt kein Delta: nichts ist gewünscht.</translation>
    </message>
    <message>
        <source>There is no delta: the device reports all that is desired. Desired stays in the document until somebody sets it to null.</source>
        <translation>Es gibt kein Delta: das Gerät meldet alles, was gewünscht ist. desired bleibt im Dokument, bis es jemand auf null setzt.</translation>
    </message>
    <message>
        <source>%1 more fields differ.</source>
        <translation>%1 weitere Felder unterscheiden sich.</translation>
    </message>
    <message>
        <source>Desired stays until somebody writes it again or sets it to null.</source>
        <translation>desired bleibt, bis es jemand neu schreibt oder auf null setzt.</translation>
    </message>
    <message>
        <source>%1 is of type %2 in reported. Send %3 as %4 anyway? The difference would not go away by itself.</source>
        <translation>%1 ist in reported vom Typ %2. Trotzdem %3 als %4 senden? Der Unterschied ginge nicht von selbst weg.</translation>
    </message>
    <message>
        <source>%1 was of type %2 so far. Send %3 as %4 anyway?</source>
        <translation>%1 war bisher vom Typ %2. Trotzdem %3 als %4 senden?</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>It becomes part of desired. A dot stands for a level: gear.heat. 12 is a number, true a truth value, anything else text.</source>
        <translation>Es wird Teil von desired. Ein Punkt steht für eine Ebene: gear.heat. 12 ist eine Zahl, true ein Wahrheitswert, alles andere Text.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>gear.heat</source>
        <translation>gear.heat</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>12</source>
        <translation>12</translation>
    </message>
    <message>
        <source>Create a named shadow</source>
        <translation>Benannten Shadow anlegen</translation>
    </message>
    <message>
        <source>A thing may have any number of named shadows beside its classic one, each with its own document, version and topics.</source>
        <translation>Ein Thing kann neben dem klassischen beliebig viele benannte Shadows haben, jeden mit eigenem Dokument, eigener Version und eigenen Topics.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>config</source>
        <translation>config</translation>
    </message>
    <message>
        <source>classic</source>
        <translation>klassisch</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>diese Konsole</translation>
    </message>
    <message>
        <source>API · %1</source>
        <translation>API · %1</translation>
    </message>
    <message>
        <source>the shadow was deleted</source>
        <translation>der Shadow wurde gelöscht</translation>
    </message>
    <message>
        <source>to be deleted</source>
        <translation>zu löschen</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>geleert</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>what was asked for was not seen</source>
        <translation>wonach gefragt wurde, wurde nicht gesehen</translation>
    </message>
    <message>
        <source>nothing was to be changed</source>
        <translation>nichts war zu ändern</translation>
    </message>
    <message>
        <source>%1 refused %2: %3</source>
        <translation>%1 lehnte %2 ab: %3</translation>
    </message>
    <message>
        <source>%1. The request is not a document that the service takes; nothing was changed.</source>
        <translation>%1. Die Anfrage ist kein Dokument, das der Dienst annimmt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1. There is no such shadow.</source>
        <translation>%1. Einen solchen Shadow gibt es nicht.</translation>
    </message>
    <message>
        <source>%1. The request named another version than the document&apos;s.</source>
        <translation>%1. Die Anfrage nannte eine andere Version als die des Dokuments.</translation>
    </message>
    <message>
        <source>Version conflict: %1 wrote for v%2, but the document was at v%3 by then, written by %4 at %5 (%6).</source>
        <translation>Versionskonflikt: %1 schrieb für v%2, aber das Dokument war da schon bei v%3, geschrieben von %4 um %5 (%6).</translation>
    </message>
    <message>
        <source>%1. Desired and reported together may have 8 KB; metadata does not count.</source>
        <translation>%1. desired und reported dürfen zusammen 8 KB haben; Metadaten zählen nicht.</translation>
    </message>
    <message>
        <source>%1. More than 10 requests of one connection, or 20 a second of one thing, were under way.</source>
        <translation>%1. Mehr als 10 Anfragen einer Verbindung oder 20 in der Sekunde für ein Thing waren unterwegs.</translation>
    </message>
    <message>
        <source>the shadow service</source>
        <translation>der Shadow-Dienst</translation>
    </message>
    <message>
        <source>Did it reach the gateway?</source>
        <translation>Kam sie beim Gateway an?</translation>
    </message>
    <message>
        <source>It did, but that is no longer recorded.</source>
        <translation>Ja, aber das ist nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>Yes, from %1. A test client on # shows it, too.</source>
        <translation>Ja, von %1. Auch ein Testclient auf # zeigt sie.</translation>
    </message>
    <message>
        <source>Was it let in?</source>
        <translation>Wurde sie eingelassen?</translation>
    </message>
    <message>
        <source>No: %1</source>
        <translation>Nein: %1</translation>
    </message>
    <message>
        <source>Yes: no policy and no limit refused it.</source>
        <translation>Ja: weder eine Policy noch eine Grenze wies sie ab.</translation>
    </message>
    <message>
        <source>Whose turn was it then?</source>
        <translation>Wer war dann an der Reihe?</translation>
    </message>
    <message>
        <source>Nobody&apos;s: it went no further.</source>
        <translation>Niemand: weiter kam sie nicht.</translation>
    </message>
    <message>
        <source>clients with a matching subscription: %1</source>
        <translation>Clients mit passendem Abonnement: %1</translation>
    </message>
    <message>
        <source>Nobody&apos;s: no subscription matches the topic. Look for a slip in one of the two.</source>
        <translation>Niemand: kein Abonnement passt auf das Topic. Suchen Sie einen Schreibfehler in einem der beiden.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between those whose turn it is</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>What did they say?</source>
        <translation>Was sagten sie?</translation>
    </message>
    <message>
        <source>The service said no, on %1.</source>
        <translation>Der Dienst sagte nein, auf %1.</translation>
    </message>
    <message>
        <source>%1 did not get it: %2</source>
        <translation>%1 bekam sie nicht: %2</translation>
    </message>
    <message>
        <source>It waits in a session until its client comes back.</source>
        <translation>Sie wartet in einer Sitzung, bis deren Client zurückkommt.</translation>
    </message>
    <message>
        <source>The service answered on %1.</source>
        <translation>Der Dienst antwortete auf %1.</translation>
    </message>
    <message>
        <source>Nothing: it did not come that far.</source>
        <translation>Nichts: so weit kam sie nicht.</translation>
    </message>
    <message>
        <source>Nothing: there was nobody.</source>
        <translation>Nichts: da war niemand.</translation>
    </message>
    <message>
        <source>It was sent; with QoS 0 nobody says that it came.</source>
        <translation>Sie wurde gesendet; bei QoS 0 sagt niemand, dass sie ankam.</translation>
    </message>
    <message>
        <source>%1 of %2 acknowledged it. What they made of it is in their own messages and logs.</source>
        <translation>%1 von %2 haben sie bestätigt. Was sie daraus machten, steht in ihren eigenen Nachrichten und Protokollen.</translation>
    </message>
    <message>
        <source>Follow this message</source>
        <translation>Dieser Nachricht folgen</translation>
    </message>
    <message>
        <source>It went all the way.</source>
        <translation>Sie kam bis ans Ziel.</translation>
    </message>
    <message>
        <source>Look here: %1</source>
        <translation>Hier nachsehen: %1</translation>
    </message>
    <message>
        <source>%n received it</source>
        <translation>%n haben sie empfangen</translation>
    </message>
    <message>
        <source>%n will get it later</source>
        <translation>%n bekommen sie später</translation>
    </message>
    <message>
        <source>%n missed it</source>
        <translation>%n haben sie verpasst</translation>
    </message>
    <message>
        <source>%n may not receive it</source>
        <translation>%n dürfen sie nicht empfangen</translation>
    </message>
    <message>
        <source>The role does not allow %1</source>
        <translation>Die Rolle erlaubt %1 nicht</translation>
    </message>
    <message>
        <source>The credentials are good, but no policy of the pool&apos;s role for guests allows %1 on %2. The doctor shows the statement that is missing; with it in place, come in again.</source>
        <translation>Die Zugangsdaten sind gut, aber keine Policy der Gastrolle des Pools erlaubt %1 auf %2. Der Doktor zeigt die Anweisung, die fehlt; kommen Sie mit ihr noch einmal herein.</translation>
    </message>
    <message>
        <source>Show the doctor</source>
        <translation>Doktor zeigen</translation>
    </message>
    <message>
        <source>Nobody lends it credentials</source>
        <translation>Niemand leiht ihm Zugangsdaten</translation>
    </message>
    <message>
        <source>There is no identity pool named “phone” yet that lets guests in. Lab 4 makes one.</source>
        <translation>Noch gibt es keinen Identity-Pool namens „phone“, der Gäste einlässt. Übung 4 legt einen an.</translation>
    </message>
    <message>
        <source>Show the labs</source>
        <translation>Übungen zeigen</translation>
    </message>
    <message>
        <source>Guests are not let in</source>
        <translation>Gäste werden nicht eingelassen</translation>
    </message>
    <message>
        <source>The identity pool gives no credentials to somebody who is not signed in: allow unauthenticated identities, and see that the role&apos;s trust policy names this pool. (%1)</source>
        <translation>Der Identity-Pool gibt niemandem Zugangsdaten, der nicht angemeldet ist: Erlauben Sie nicht authentifizierte Identitäten, und sehen Sie nach, ob die Trust Policy der Rolle diesen Pool nennt. (%1)</translation>
    </message>
    <message>
        <source>The pool has no role to lend</source>
        <translation>Der Pool hat keine Rolle zu verleihen</translation>
    </message>
    <message>
        <source>It has no role for guests, or the role&apos;s trust policy does not let Cognito lend it to them. (%1)</source>
        <translation>Er hat keine Rolle für Gäste, oder die Trust Policy der Rolle lässt Cognito sie nicht verleihen. (%1)</translation>
    </message>
    <message>
        <source>Cognito refused</source>
        <translation>Cognito hat abgelehnt</translation>
    </message>
    <message>
        <source>The gateway did not open the WebSocket</source>
        <translation>Das Gateway hat den WebSocket nicht geöffnet</translation>
    </message>
    <message>
        <source>It did not accept the signed address: %1.</source>
        <translation>Es hat die signierte Adresse nicht angenommen: %1.</translation>
    </message>
    <message>
        <source>The credentials have run out</source>
        <translation>Die Zugangsdaten sind abgelaufen</translation>
    </message>
    <message>
        <source>They were good until %1. Come in again for new ones.</source>
        <translation>Sie galten bis %1. Kommen Sie für neue noch einmal herein.</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>Die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>Show its lane</source>
        <translation>Seine Bahn zeigen</translation>
    </message>
    <message>
        <source>Identity pool</source>
        <translation>Identity-Pool</translation>
    </message>
    <message>
        <source>A guest&apos;s identity</source>
        <translation>Identität eines Gastes</translation>
    </message>
    <message>
        <source>Borrowed credentials</source>
        <translation>Geliehene Zugangsdaten</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>MQTT connection</source>
        <translation>MQTT-Verbindung</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Who lends keys to guests: the pool named “phone”</source>
        <translation>Wer Gästen Schlüssel leiht: der Pool namens „phone“</translation>
    </message>
    <message>
        <source>GetId, without a signature: from now on it is somebody</source>
        <translation>GetId, ohne Signatur: Von nun an ist es jemand</translation>
    </message>
    <message>
        <source>GetCredentialsForIdentity: a key of the role, for an hour</source>
        <translation>GetCredentialsForIdentity: ein Schlüssel der Rolle, für eine Stunde</translation>
    </message>
    <message>
        <source>GET /mqtt over TLS; the address carries the signature</source>
        <translation>GET /mqtt über TLS; die Adresse trägt die Signatur</translation>
    </message>
    <message>
        <source>CONNECT and CONNACK: iot:Connect is asked</source>
        <translation>CONNECT und CONNACK: iot:Connect wird geprüft</translation>
    </message>
    <message>
        <source>SUBSCRIBE and SUBACK: iot:Subscribe is asked for each filter</source>
        <translation>SUBSCRIBE und SUBACK: iot:Subscribe wird für jeden Filter geprüft</translation>
    </message>
</context>
<context>
    <name>greensward::ui::AccessPage</name>
    <message>
        <source>Addresses of the core, as devices discover them</source>
        <translation>Adressen des Cores, wie Geräte sie erfahren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the addresses of the core</source>
        <translation>Die Adressen des Cores speichern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen address</source>
        <translation>Die gewählte Adresse entfernen</translation>
    </message>
    <message>
        <source>Addresses of the core</source>
        <translation>Adressen des Cores</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Group authority</source>
        <translation>CA der Gruppe</translation>
    </message>
    <message>
        <source>Certificate of the local server</source>
        <translation>Zertifikat des lokalen Servers</translation>
    </message>
    <message>
        <source>Role of the group</source>
        <translation>Rolle der Gruppe</translation>
    </message>
    <message>
        <source>Rotate …</source>
        <translation>Erneuern …</translation>
    </message>
    <message>
        <source>Make a new group authority</source>
        <translation>Eine neue CA der Gruppe anlegen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Life of the local server&apos;s certificate in days</source>
        <translation>Laufzeit des Zertifikats des lokalen Servers in Tagen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Set the life of the local server&apos;s certificate</source>
        <translation>Die Laufzeit des Zertifikats des lokalen Servers setzen</translation>
    </message>
    <message>
        <source>Local server</source>
        <translation>Lokaler Server</translation>
    </message>
    <message>
        <source>Its life</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Group role</source>
        <translation>Rolle der Gruppe</translation>
    </message>
    <message>
        <source>Make a new group authority? Deploy then; every device must discover its core again.</source>
        <translation>Eine neue CA der Gruppe anlegen? Danach bereitstellen; jedes Gerät muss seinen Core neu erfragen.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>none: functions get no keys for the cloud</source>
        <translation>keine: Funktionen bekommen keine Schlüssel für die Cloud</translation>
    </message>
    <message>
        <source>%1…, until %2</source>
        <translation>%1…, bis %2</translation>
    </message>
    <message>
        <source>%1 (current)</source>
        <translation>%1 (aktuell)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>nobody tells</source>
        <translation>niemand sagt es</translation>
    </message>
    <message>
        <source>until %1, renewed before</source>
        <translation>bis %1, wird vorher erneuert</translation>
    </message>
    <message>
        <source>none yet: it comes with the first deployment</source>
        <translation>noch keines: Es kommt mit der ersten Bereitstellung</translation>
    </message>
</context>
<context>
    <name>greensward::ui::AccountActs</name>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ActiveFaultDelegate</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Heilen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ActivityView</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation>%1 von %2 passen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::AddressModel</name>
    <message>
        <source>new address …</source>
        <translation>neue Adresse …</translation>
    </message>
    <message>
        <source>Host or address</source>
        <translation>Host oder Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
</context>
<context>
    <name>greensward::ui::BenchWorkspace</name>
    <message>
        <source>Bench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Heal all</source>
        <translation>Alle heilen</translation>
    </message>
    <message>
        <source>End every fault (Ctrl+Shift+H)</source>
        <translation>Jede Störung beenden (Strg+Umschalt+H)</translation>
    </message>
    <message>
        <source>Heal all faults</source>
        <translation>Alle Störungen heilen</translation>
    </message>
    <message>
        <source>Devices as cards or as a list</source>
        <translation>Geräte als Karten oder als Liste</translation>
    </message>
    <message>
        <source>Play the scenario: %1</source>
        <translation>Szenario abspielen: %1</translation>
    </message>
    <message>
        <source>Inject: %1</source>
        <translation>Auslösen: %1</translation>
    </message>
    <message>
        <source>Connect a real device: a kit for a Raspberry Pi</source>
        <translation>Ein echtes Gerät verbinden: ein Paket für einen Raspberry Pi</translation>
    </message>
    <message>
        <source>Connect a telephone: the code of its page</source>
        <translation>Ein Telefon verbinden: der Code seiner Seite</translation>
    </message>
</context>
<context>
    <name>greensward::ui::BillCard</name>
    <message>
        <source>Open price file</source>
        <translation>Preisdatei öffnen</translation>
    </message>
    <message>
        <source>nothing that it counts</source>
        <translation>nichts, was es zählt</translation>
    </message>
    <message>
        <source>Prices of %1, %2, from %3</source>
        <translation>Preise von %1, %2, aus %3</translation>
    </message>
    <message>
        <source>Open the price file of %1</source>
        <translation>Die Preisdatei von %1 öffnen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::BrokerChips</name>
    <message>
        <source>Brokers elsewhere</source>
        <translation>Broker anderswo</translation>
    </message>
    <message>
        <source>Change the connection …</source>
        <translation>Verbindung ändern …</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>LIVE · %1</source>
        <translation>LIVE · %1</translation>
    </message>
    <message>
        <source>LIVE · %1 · connecting …</source>
        <translation>LIVE · %1 · verbindet …</translation>
    </message>
    <message>
        <source>LIVE · %1 · lost, again in %2 s</source>
        <translation>LIVE · %1 · verloren, neuer Versuch in %2 s</translation>
    </message>
    <message>
        <source>Real: %1</source>
        <translation>Echt: %1</translation>
    </message>
    <message>
        <source>%1 messages came too fast and were not recorded</source>
        <translation>%1 Nachrichten kamen zu schnell und wurden nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Enter the password …</source>
        <translation>Passwort eingeben …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::BrokerChoice</name>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Where it goes: this workspace&apos;s gateway, or a broker elsewhere</source>
        <translation>Wohin: zum Gateway dieser Werkstatt oder zu einem Broker anderswo</translation>
    </message>
    <message>
        <source>SIM · gateway</source>
        <translation>SIM · Gateway</translation>
    </message>
    <message>
        <source>LIVE · %1</source>
        <translation>LIVE · %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::BrokerDesk</name>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Connect to another broker …</source>
        <translation>Mit einem anderen Broker verbinden …</translation>
    </message>
    <message>
        <source>Connect my AWS account …</source>
        <translation>Mit meinem AWS-Konto verbinden …</translation>
    </message>
    <message>
        <source>Disconnect from all other brokers</source>
        <translation>Von allen anderen Brokern trennen</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
</context>
<context>
    <name>greensward::ui::BrokerDialog</name>
    <message>
        <source>Connect to another broker</source>
        <translation>Mit einem anderen Broker verbinden</translation>
    </message>
    <message>
        <source>Any MQTT broker</source>
        <translation>Ein beliebiger MQTT-Broker</translation>
    </message>
    <message>
        <source>AWS IoT</source>
        <translation>AWS IoT</translation>
    </message>
    <message>
        <source>as lists show it, for example factory</source>
        <translation>wie Listen ihn zeigen, etwa Fabrik</translation>
    </message>
    <message>
        <source>MQTT over TCP</source>
        <translation>MQTT über TCP</translation>
    </message>
    <message>
        <source>MQTT over TLS</source>
        <translation>MQTT über TLS</translation>
    </message>
    <message>
        <source>WebSocket (ws)</source>
        <translation>WebSocket (ws)</translation>
    </message>
    <message>
        <source>WebSocket over TLS (wss)</source>
        <translation>WebSocket über TLS (wss)</translation>
    </message>
    <message>
        <source>MQTT 3.1.1</source>
        <translation>MQTT 3.1.1</translation>
    </message>
    <message>
        <source>MQTT 5</source>
        <translation>MQTT 5</translation>
    </message>
    <message>
        <source>&amp;Saved</source>
        <translation>Ge&amp;speichert</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Transport</source>
        <translation>&amp;Transport</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>never written to a file</source>
        <translation>steht nie in einer Datei</translation>
    </message>
    <message>
        <source>greensward- and a random end</source>
        <translation>greensward- und ein zufälliges Ende</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Begin without an earlier session</source>
        <translation>Ohne frühere Session &amp;beginnen</translation>
    </message>
    <message>
        <source>none; one filter a line</source>
        <translation>nichts; ein Filter je Zeile</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Ben&amp;utzername</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-Id</translation>
    </message>
    <message>
        <source>Keep &amp;alive</source>
        <translation>Keep-&amp;Alive</translation>
    </message>
    <message>
        <source>A&amp;LPN</source>
        <translation>A&amp;LPN</translation>
    </message>
    <message>
        <source>WebSocket path</source>
        <translation>WebSocket-Pfad</translation>
    </message>
    <message>
        <source>Subscribe to</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>I&amp;mport …</source>
        <translation>I&amp;mport …</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Export …</translation>
    </message>
    <message>
        <source>Test the c&amp;onnection</source>
        <translation>Verbindung pr&amp;obieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Verbin&amp;den</translation>
    </message>
    <message>
        <source>…-ats.iot.us-east-1.amazonaws.com</source>
        <translation>…-ats.iot.us-east-1.amazonaws.com</translation>
    </message>
    <message>
        <source>broker.example.com</source>
        <translation>broker.example.com</translation>
    </message>
    <message>
        <source>A new connection</source>
        <translation>Eine neue Verbindung</translation>
    </message>
    <message>
        <source>Export all saved connections</source>
        <translation>Alle gespeicherten Verbindungen exportieren</translation>
    </message>
    <message>
        <source>Certificates go along. Passwords never do.</source>
        <translation>Zertifikate gehen mit, Passwörter nie.</translation>
    </message>
    <message>
        <source>Private &amp;keys go along</source>
        <translation>Private Schlüssel gehen &amp;mit</translation>
    </message>
    <message>
        <source>passphrase; empty: none</source>
        <translation>Passphrase; leer: keine</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>connections.zip</source>
        <translation>verbindungen.zip</translation>
    </message>
    <message>
        <source>Bundles (*.zip)</source>
        <translation>Bündel (*.zip)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Verbindungen importieren</translation>
    </message>
    <message>
        <source>Bundles, MQTTX, MQTT Explorer (*.zip *.json)</source>
        <translation>Bündel, MQTTX, MQTT Explorer (*.zip *.json)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The passphrase of the bundle</source>
        <translation>Die Passphrase des Bündels</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) imported.</source>
        <translation>
            <numerusform>%n Verbindung übernommen.</numerusform>
            <numerusform>%n Verbindungen übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open again at the ne&amp;xt start</source>
        <translation>Be&amp;im nächsten Start wieder öffnen</translation>
    </message>
    <message>
        <source>When it is connected as the console is closed</source>
        <translation>Wenn die Verbindung steht, während die Konsole geschlossen wird</translation>
    </message>
    <message>
        <source>%1 was disconnected and deleted.</source>
        <translation>%1 wurde getrennt und gelöscht.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Bring %1 back</source>
        <translation>%1 zurückholen</translation>
    </message>
    <message>
        <source>Delete the saved connection</source>
        <translation>Die gespeicherte Verbindung löschen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::BrokersModel</name>
    <message>
        <source>online over %1 as %2</source>
        <translation>verbunden über %1 als %2</translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation>verbindet …</translation>
    </message>
    <message>
        <source>connecting again … (before: %1)</source>
        <translation>verbindet wieder … (zuvor: %1)</translation>
    </message>
    <message>
        <source>tries again in %1 s (attempts that failed: %2): %3</source>
        <translation>neuer Versuch in %1 s (gescheiterte Versuche: %2): %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CaptureDesk</name>
    <message>
        <source>This is a capture: what was recorded can be looked at, but nothing here answers.</source>
        <translation>Dies ist eine Aufzeichnung: was aufgezeichnet wurde, lässt sich ansehen, aber nichts hier antwortet.</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Open a capture …</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reopen the last session</source>
        <translation>Letzte Sitzung wieder öffnen</translation>
    </message>
    <message>
        <source>Play or pause the capture</source>
        <translation>Aufzeichnung abspielen oder anhalten</translation>
    </message>
    <message>
        <source>To the start of the capture</source>
        <translation>Zum Anfang der Aufzeichnung</translation>
    </message>
    <message>
        <source>Show the capture to its end</source>
        <translation>Aufzeichnung bis zum Ende zeigen</translation>
    </message>
    <message>
        <source>Share what I see: a copy without what is private …</source>
        <translation>Teilen, was ich sehe: eine Kopie ohne Privates …</translation>
    </message>
    <message>
        <source>Record, or stop recording</source>
        <translation>Aufzeichnen oder Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Record into a file of your choice …</source>
        <translation>In eine Datei eigener Wahl aufzeichnen …</translation>
    </message>
    <message>
        <source>Record into</source>
        <translation>Aufzeichnen in</translation>
    </message>
    <message>
        <source>Captures (*.wscap)</source>
        <translation>Aufzeichnungen (*.wscap)</translation>
    </message>
    <message>
        <source>Replay a capture against this broker …</source>
        <translation>Aufzeichnung gegen diesen Broker wiederholen …</translation>
    </message>
    <message>
        <source>Replay a capture</source>
        <translation>Aufzeichnung wiederholen</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>Wiederholung beenden</translation>
    </message>
    <message>
        <source>Share what I see: a copy of a capture without what is private …</source>
        <translation>Teilen, was ich sehe: Kopie einer Aufzeichnung ohne Privates …</translation>
    </message>
    <message>
        <source>Share a capture</source>
        <translation>Aufzeichnung teilen</translation>
    </message>
    <message>
        <source>Captures (*.wscap *.wscap.part)</source>
        <translation>Aufzeichnungen (*.wscap *.wscap.part)</translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>No session before this one was kept.</source>
        <translation>Von einer Sitzung vor dieser wurde nichts aufgehoben.</translation>
    </message>
    <message>
        <source>Replaying %1: %2 messages sent, %3 %</source>
        <translation>%1 wird wiederholt: %2 Nachrichten gesendet, %3 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Replay of %1: %2.</source>
        <translation>Wiederholung von %1: %2.</translation>
    </message>
    <message>
        <source>%1 events are in %2</source>
        <translation>%1 Ereignisse sind in %2</translation>
    </message>
    <message>
        <source>Open the capture</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CaptureNotice</name>
    <message>
        <source>Recording and replay</source>
        <translation>Aufzeichnung und Wiederholung</translation>
    </message>
    <message>
        <source>How much has been replayed</source>
        <translation>Wie viel wiederholt wurde</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Diese Meldung wegräumen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CellMenu</name>
    <message>
        <source>Keep only %1</source>
        <translation>Nur %1 behalten</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Copy as filter</source>
        <translation>Als Filter kopieren</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CertificatePage</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Registers by itself</source>
        <translation>Registriert selbst</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Registered authorities</source>
        <translation>Registrierte Stellen</translation>
    </message>
    <message>
        <source>Registered authorities (your own CA)</source>
        <translation>Registrierte Stellen (eigene CA)</translation>
    </message>
    <message>
        <source>From the device to the root</source>
        <translation>Vom Gerät zur Wurzel</translation>
    </message>
    <message>
        <source>of the connection</source>
        <translation>der Verbindung</translation>
    </message>
    <message>
        <source>Show the certificate of a connection</source>
        <translation>Das Zertifikat einer Verbindung zeigen</translation>
    </message>
    <message>
        <source>choose a client</source>
        <translation>Client wählen</translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation>Zertifikatskette</translation>
    </message>
    <message>
        <source>the account&apos;s own</source>
        <translation>die des Kontos</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Device certificate</source>
        <translation>Gerätezertifikat</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Issuer and root, registered</source>
        <translation>Aussteller und Wurzel, registriert</translation>
    </message>
    <message>
        <source>Issuer, registered</source>
        <translation>Aussteller, registriert</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Issued by %1, which the account does not know.</source>
        <translation>Ausgestellt von %1, das Konto kennt sie nicht.</translation>
    </message>
    <message>
        <source>Issuer and root: the workspace&apos;s own</source>
        <translation>Aussteller und Wurzel: die des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Issued by %1. Its certificate is not here.</source>
        <translation>Ausgestellt von %1. Deren Zertifikat ist nicht hier.</translation>
    </message>
    <message>
        <source>Register authority …</source>
        <translation>Stelle registrieren …</translation>
    </message>
    <message>
        <source>Register an authority of your own</source>
        <translation>Eine eigene Stelle registrieren</translation>
    </message>
    <message>
        <source>None: all certificates come from the account itself.</source>
        <translation>Keine: Alle Zertifikate kommen vom Konto selbst.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ClassModel</name>
    <message>
        <source>no lab</source>
        <translation>keine Übung</translation>
    </message>
    <message>
        <source>lab %1 finished</source>
        <translation>Übung %1 fertig</translation>
    </message>
    <message>
        <source>lab %1, step %2</source>
        <translation>Übung %1, Schritt %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>still seit %1</translation>
    </message>
    <message>
        <source>, %1 of %2 steps done</source>
        <translation>, %1 von %2 Schritten getan</translation>
    </message>
    <message>
        <source>heard at %1</source>
        <translation>gehört bei %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>At this step</source>
        <translation>Beim Schritt</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Doktor</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>%1 with a card</source>
        <translation>%1 mit Karte</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>from two at once</source>
        <translation>von zweien zugleich</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ClassWorkspace</name>
    <message>
        <source>Class</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Listen elsewhere</source>
        <translation>Anderswo zuhören</translation>
    </message>
    <message>
        <source>What the codes mean</source>
        <translation>Was die Codes bedeuten</translation>
    </message>
    <message>
        <source>No reports, too large, from before this console listened, or from somebody for whom the list of %1 has no more room</source>
        <translation>Keine Meldungen, zu groß, von vor dem Zuhören oder von jemandem, für den die Liste von %1 keinen Platz mehr hat</translation>
    </message>
    <message>
        <source>At a broker to which this console is connected</source>
        <translation>Bei einem Broker, mit dem diese Konsole verbunden ist</translation>
    </message>
    <message>
        <source>In this capture nobody tells how they are doing.</source>
        <translation>In dieser Aufzeichnung teilt niemand mit, wie weit er ist.</translation>
    </message>
    <message>
        <source>Show where it is ticked</source>
        <translation>Zeigen, wo man es ankreuzt</translation>
    </message>
    <message>
        <source>Attendees, longest at their step first</source>
        <translation>Teilnehmende, die am längsten bei ihrem Schritt sind zuerst</translation>
    </message>
    <message>
        <source>%1 messages ignored</source>
        <translation>%1 Nachrichten nicht beachtet</translation>
    </message>
    <message>
        <source>%1 people at %2 have %3: %4</source>
        <translation>%1 haben bei „%2“ %3: %4</translation>
    </message>
    <message>
        <source>%1 (by %2)</source>
        <translation>%1 (durch %2)</translation>
    </message>
    <message>
        <source>Forget who was heard, and begin a new list</source>
        <translation>Vergessen, wer gehört wurde, und die Liste neu beginnen</translation>
    </message>
    <message>
        <source>1 attendee</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%1 attendees</source>
        <translation>%1 Person</translation>
    </message>
    <message>
        <source>1 message ignored</source>
        <translation>1 Nachricht nicht beachtet</translation>
    </message>
    <message>
        <source>Nobody tells how it goes yet. Whoever wants to tell connects to this console and ticks it in Labs, under a name of their choice.</source>
        <translation>Noch teilt niemand mit, wie es vorangeht. Wer will, verbindet sich mit dieser Konsole und kreuzt es unter Übungen an, unter einem selbst gewählten Namen.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ClientPanel</name>
    <message>
        <source>Choose a client to learn why its connection ended.</source>
        <translation>Einen Client wählen, um zu erfahren, warum seine Verbindung endete.</translation>
    </message>
    <message>
        <source>Why did it end?</source>
        <translation>Warum endete sie?</translation>
    </message>
    <message>
        <source>What about its will?</source>
        <translation>Was wurde aus dem Will?</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Keep alive</source>
        <translation>Keep-Alive</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Go to its last message</source>
        <translation>Zur letzten Nachricht</translation>
    </message>
    <message>
        <source>Keep only this client</source>
        <translation>Nur diesen Client behalten</translation>
    </message>
    <message>
        <source>%1, no client id</source>
        <translation>%1, keine Client-ID</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>MQTT 5</source>
        <translation>MQTT 5</translation>
    </message>
    <message>
        <source>MQTT 3.1.1</source>
        <translation>MQTT 3.1.1</translation>
    </message>
    <message>
        <source>found again as it was left</source>
        <translation>wiedergefunden, wie sie verlassen wurde</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>new, to be kept</source>
        <translation>neu, wird behalten</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 s, enforced after %2 s</source>
        <translation>%1 s, durchgesetzt nach %2 s</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 sent, %2 received</source>
        <translation>%1 gesendet, %2 empfangen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the newest %2 are kept</source>
        <translation>%1, die neuesten %2 werden behalten</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CodeEdit</name>
    <message>
        <source>Tab indents; F6 goes to the next panel</source>
        <translation>Tab rückt ein; F6 führt zum nächsten Bereich</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CodePanel</name>
    <message>
        <source>What the codes mean</source>
        <translation>Was die Codes bedeuten</translation>
    </message>
    <message>
        <source>The doctor has no card open there.</source>
        <translation>Der Doktor hat dort keine Karte offen.</translation>
    </message>
    <message>
        <source>Choose somebody, and what the doctor&apos;s codes mean is said here.</source>
        <translation>Jemanden wählen: Dann steht hier, was die Codes des Doktors bedeuten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CommandBlock</name>
    <message>
        <source>Commands for a terminal</source>
        <translation>Befehle für ein Terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Befehle kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CommandLine</name>
    <message>
        <source>Commands for a terminal</source>
        <translation>Befehle für ein Terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Befehle kopieren</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CommandPalette</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command or thing</source>
        <translation>Befehl oder Ding</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ConfigurationPage</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Timeout in seconds</source>
        <translation>Zeitgrenze in Sekunden</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Memory in megabytes</source>
        <translation>Speicher in Megabyte</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Handler: file and function</source>
        <translation>Handler: Datei und Funktion</translation>
    </message>
    <message>
        <source>File and function that is called: index.handler is handler in index.py</source>
        <translation>Datei und Funktion, die aufgerufen wird: index.handler ist handler in index.py</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen variable</source>
        <translation>Die gewählte Variable entfernen</translation>
    </message>
    <message>
        <source>%1 · package of %2 · runs as %3</source>
        <translation>%1 · Paket mit %2 · läuft als %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ConnectionsModel</name>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>away, session kept</source>
        <translation>weg, Session behalten</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>MQTT 5</source>
        <translation>MQTT 5</translation>
    </message>
    <message>
        <source>MQTT 3.1.1</source>
        <translation>MQTT 3.1.1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>gespannt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Keep alive</source>
        <translation>Keep-Alive</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Will</source>
        <translation>Will</translation>
    </message>
    <message>
        <source>Last end</source>
        <translation>Letztes Ende</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ConnectionsWorkspace</name>
    <message>
        <source>Connections</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Doktor</translation>
    </message>
    <message>
        <source>Less time, larger (+)</source>
        <translation>Weniger Zeit, größer (+)</translation>
    </message>
    <message>
        <source>More time, smaller (-)</source>
        <translation>Mehr Zeit, kleiner (-)</translation>
    </message>
    <message>
        <source>Follow now (End)</source>
        <translation>Der Gegenwart folgen (Ende)</translation>
    </message>
    <message>
        <source>The same as a table (Ctrl+Shift+M)</source>
        <translation>Dasselbe als Tabelle (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Connections as a table</source>
        <translation>Verbindungen als Tabelle</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>Niemand ist verbunden.</translation>
    </message>
    <message>
        <source>Start a turbine</source>
        <translation>Turbine starten</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>%1 online, %2 of %3 clients match</source>
        <translation>%1 online, %2 von %3 Clients passen</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message>
        <source>%1 online, %2 of %3 clients match, %4 older ones forgotten</source>
        <translation>%1 online, %2 von %3 Clients passen, %4 ältere vergessen</translation>
    </message>
    <message>
        <source>%1 of %2 online, %3 older ones forgotten</source>
        <translation>%1 von %2 online, %3 ältere vergessen</translation>
    </message>
    <message>
        <source>%1 clients and %2 earlier connections were forgotten to keep within the memory budget.</source>
        <translation>%1 Clients und %2 frühere Verbindungen wurden vergessen, um im Speicherbudget zu bleiben.</translation>
    </message>
    <message>
        <source>0 of %1 clients match</source>
        <translation>0 von %1 Clients passen</translation>
    </message>
    <message>
        <source>%1 s shown</source>
        <translation>%1 s zu sehen</translation>
    </message>
    <message>
        <source>%1 min shown</source>
        <translation>%1 min zu sehen</translation>
    </message>
    <message>
        <source>%1 h shown</source>
        <translation>%1 h zu sehen</translation>
    </message>
    <message>
        <source>Lanes or table</source>
        <translation>Bahnen oder Tabelle</translation>
    </message>
    <message>
        <source>Less time, larger</source>
        <translation>Weniger Zeit, größer</translation>
    </message>
    <message>
        <source>More time, smaller</source>
        <translation>Mehr Zeit, kleiner</translation>
    </message>
    <message>
        <source>Follow now</source>
        <translation>Der Gegenwart folgen</translation>
    </message>
    <message>
        <source>Keep only the chosen client</source>
        <translation>Nur den gewählten Client behalten</translation>
    </message>
    <message>
        <source>Go to the chosen client&apos;s last message</source>
        <translation>Zur letzten Nachricht des gewählten Clients</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ConsoleStyle</name>
    <message>
        <source>Panels at this side</source>
        <translation>Felder auf dieser Seite</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CorePanel</name>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Local server</source>
        <translation>Lokaler Server</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Bereitgestellt</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Spool: what waits for the cloud</source>
        <translation>Spool: was auf die Cloud wartet</translation>
    </message>
    <message>
        <source>Spool</source>
        <translation>Spool</translation>
    </message>
    <message>
        <source>Traffic: what never left the edge</source>
        <translation>Verkehr: was den Rand nie verließ</translation>
    </message>
    <message>
        <source>Share of the bytes that stayed at the edge</source>
        <translation>Anteil der Bytes, die am Rand blieben</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>To the cloud</source>
        <translation>Zur Cloud</translation>
    </message>
    <message>
        <source>No group is chosen.</source>
        <translation>Es ist keine Gruppe gewählt.</translation>
    </message>
    <message>
        <source>This core does not run on this computer, so nobody tells how it is. The group, its deployments and its certificates are what the account says of it.</source>
        <translation>Dieser Core läuft nicht auf diesem Rechner, also sagt niemand, wie es ihm geht. Gruppe, Bereitstellungen und Zertifikate sind das, was das Konto von ihm weiß.</translation>
    </message>
    <message>
        <source>Nobody tells here how cores are: the group, its deployments and its certificates are what the account says.</source>
        <translation>Hier sagt niemand, wie es Cores geht: Gruppe, Bereitstellungen und Zertifikate sind das, was das Konto sagt.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch the core off</source>
        <translation>Den Core ausschalten</translation>
    </message>
    <message>
        <source>Switch the core on</source>
        <translation>Den Core einschalten</translation>
    </message>
    <message>
        <source>Pull the cable</source>
        <translation>Kabel ziehen</translation>
    </message>
    <message>
        <source>Put the cable in</source>
        <translation>Kabel stecken</translation>
    </message>
    <message>
        <source>Pull the core&apos;s cable to the cloud</source>
        <translation>Das Kabel des Cores zur Cloud ziehen</translation>
    </message>
    <message>
        <source>Put the core&apos;s cable to the cloud in</source>
        <translation>Das Kabel des Cores zur Cloud stecken</translation>
    </message>
    <message>
        <source>It is connected and waits for a deployment.</source>
        <translation>Er ist verbunden und wartet auf eine Bereitstellung.</translation>
    </message>
    <message>
        <source>cable pulled</source>
        <translation>Kabel gezogen</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>none; port %1 is kept for it</source>
        <translation>keiner; Port %1 ist für ihn reserviert</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Group version %1, deployment %2</source>
        <translation>Gruppenversion %1, Bereitstellung %2</translation>
    </message>
    <message>
        <source>none connected</source>
        <translation>keines verbunden</translation>
    </message>
    <message>
        <source>of the server, until %1</source>
        <translation>des Servers, bis %1</translation>
    </message>
    <message>
        <source>of the server: none yet</source>
        <translation>des Servers: noch keines</translation>
    </message>
    <message>
        <source>%1 messages, %2 of %3, %4</source>
        <translation>%1 Nachrichten, %2 von %3, %4</translation>
    </message>
    <message>
        <source>on disk: they outlive the core</source>
        <translation>auf der Platte: Sie überleben den Core</translation>
    </message>
    <message>
        <source>in memory: gone with the core</source>
        <translation>im Speicher: mit dem Core verloren</translation>
    </message>
    <message>
        <source>%1 of the oldest were discarded.</source>
        <translation>%1 der ältesten wurden verworfen.</translation>
    </message>
    <message>
        <source>%1 messages, %2</source>
        <translation>%1 Nachrichten, %2</translation>
    </message>
    <message>
        <source>Nothing was said yet since the core started.</source>
        <translation>Seit dem Start des Cores wurde noch nichts gesagt.</translation>
    </message>
    <message>
        <source>%1 % of what was said at the edge since the core started never left it.</source>
        <translation>%1 % dessen, was seit dem Start des Cores am Rand gesagt wurde, verließ ihn nie.</translation>
    </message>
    <message>
        <source>Empty: it is made with the first deployment.</source>
        <translation>Leer: Er entsteht mit der ersten Bereitstellung.</translation>
    </message>
    <message>
        <source>State of the core</source>
        <translation>Zustand des Cores</translation>
    </message>
    <message>
        <source>In money</source>
        <translation>In Geld</translation>
    </message>
    <message>
        <source>%1: %2, all in the cloud %3</source>
        <translation>%1: %2, alles in der Cloud %3</translation>
    </message>
    <message>
        <source>no prices are known</source>
        <translation>keine Preise bekannt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CostBars</name>
    <message>
        <source>Money by what was counted</source>
        <translation>Geld nach dem, was gezählt wurde</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CostModel</name>
    <message>
        <source>Reset the meter</source>
        <translation>Zähler zurücksetzen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CostWorkspace</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Nothing has been counted yet. Start a turbine and it will be.</source>
        <translation>Noch wurde nichts gezählt. Starten Sie eine Turbine, dann schon.</translation>
    </message>
    <message>
        <source>Go to the bench</source>
        <translation>Zur Werkbank</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Ein Monat</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Brings back what was counted before, with what came since (Ctrl+Z)</source>
        <translation>Holt zurück, was vorher gezählt wurde, samt dem, was seither kam (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo the reset of the meter</source>
        <translation>Das Zurücksetzen rückgängig machen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Everything is counted from nought again</source>
        <translation>Alles wird wieder von null an gezählt</translation>
    </message>
    <message>
        <source>Reset the meter</source>
        <translation>Zähler zurücksetzen</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Nach Client</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>Nach Topic</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Was gezählt wurde</translation>
    </message>
    <message>
        <source>Money by what was counted</source>
        <translation>Geld nach dem, was gezählt wurde</translation>
    </message>
    <message>
        <source>If this ran a month</source>
        <translation>Liefe das einen Monat</translation>
    </message>
    <message>
        <source>How many devices</source>
        <translation>Wie viele Geräte</translation>
    </message>
    <message>
        <source>devices like</source>
        <translation>Geräte wie</translation>
    </message>
    <message>
        <source>Like which client</source>
        <translation>Wie welcher Client</translation>
    </message>
    <message>
        <source>A month by price list</source>
        <translation>Ein Monat nach Preisliste</translation>
    </message>
    <message>
        <source>What could be chosen differently</source>
        <translation>Was anders gewählt werden könnte</translation>
    </message>
    <message>
        <source>%1: %2 a month</source>
        <translation>%1: %2 im Monat</translation>
    </message>
    <message>
        <source>counted since %1</source>
        <translation>gezählt seit %1</translation>
    </message>
    <message>
        <source>Cost by client</source>
        <translation>Kosten nach Client</translation>
    </message>
    <message>
        <source>Cost by topic</source>
        <translation>Kosten nach Topic</translation>
    </message>
    <message>
        <source>Hints for a smaller bill</source>
        <translation>Hinweise für eine kleinere Rechnung</translation>
    </message>
    <message>
        <source>Read the price files again</source>
        <translation>Die Preisdateien neu lesen</translation>
    </message>
    <message>
        <source>The price files were read again.</source>
        <translation>Die Preisdateien wurden neu gelesen.</translation>
    </message>
    <message>
        <source>Open the price file of 2017</source>
        <translation>Die Preisdatei von 2017 öffnen</translation>
    </message>
    <message>
        <source>Open the price file of today</source>
        <translation>Die heutige Preisdatei öffnen</translation>
    </message>
    <message>
        <source>Opened %1. Its prices hold once it is read again.</source>
        <translation>%1 geöffnet. Ihre Preise gelten, sobald sie neu gelesen ist.</translation>
    </message>
    <message>
        <source>No editor opened. The file is %1.</source>
        <translation>Kein Editor ging auf. Die Datei ist %1.</translation>
    </message>
    <message>
        <source>A capture has no bill: what things cost is counted while they happen.</source>
        <translation>Eine Aufzeichnung hat keine Rechnung: was etwas kostet, wird gezählt, während es geschieht.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::CountedTable</name>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>%1 / M</source>
        <translation>%1 / Mio.</translation>
    </message>
    <message>
        <source>from %1 / M</source>
        <translation>ab %1 / Mio.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>Share %1</source>
        <translation>Anteil %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Units %1</source>
        <translation>Einheiten %1</translation>
    </message>
    <message>
        <source>Price %1</source>
        <translation>Preis %1</translation>
    </message>
    <message>
        <source>USD %1</source>
        <translation>USD %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DeploymentModel</name>
    <message>
        <source>Reset, forced</source>
        <translation>Zurückgesetzt, erzwungen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Deployed again</source>
        <translation>Erneut bereitgestellt</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Core: %1</source>
        <translation>Core: %1</translation>
    </message>
    <message>
        <source>Waits for the core, which fetches it once it is connected</source>
        <translation>Wartet auf den Core, der sie holt, sobald er verbunden ist</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DeploymentsView</name>
    <message>
        <source>Deployments of the group, newest first</source>
        <translation>Bereitstellungen der Gruppe, neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing was deployed yet. Deploying brings the group to its core.</source>
        <translation>Noch wurde nichts bereitgestellt. Bereitstellen bringt die Gruppe auf ihren Core.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DeviceCard</name>
    <message>
        <source>Simulated; connected over a TLS socket of this laptop with its own certificate</source>
        <translation>Simuliert; über einen TLS-Socket dieses Laptops verbunden, mit eigenem Zertifikat</translation>
    </message>
    <message>
        <source>Simulated; connected inside this program, without a socket</source>
        <translation>Simuliert; innerhalb dieses Programms verbunden, ohne Socket</translation>
    </message>
    <message>
        <source>SIM · TLS</source>
        <translation>SIM · TLS</translation>
    </message>
    <message>
        <source>SIM · in memory</source>
        <translation>SIM · im Speicher</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>Wind</translation>
    </message>
    <message>
        <source>Wind at %1, metres a second</source>
        <translation>Wind an %1, Meter je Sekunde</translation>
    </message>
    <message>
        <source>%1 m/s</source>
        <translation>%1 m/s</translation>
    </message>
    <message>
        <source>Reports of %1</source>
        <translation>Meldungen von %1</translation>
    </message>
    <message>
        <source>How often it reports</source>
        <translation>Wie oft es meldet</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>Water on</source>
        <translation>Wasser an</translation>
    </message>
    <message>
        <source>Turn the water of %1 on</source>
        <translation>Wasser von %1 anstellen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Turn the water of %1 off</source>
        <translation>Wasser von %1 abstellen</translation>
    </message>
    <message>
        <source>%1 faults</source>
        <translation>%1 Störungen</translation>
    </message>
    <message>
        <source>Will armed</source>
        <translation>Will gespannt</translation>
    </message>
    <message>
        <source>No will</source>
        <translation>Kein Will</translation>
    </message>
    <message>
        <source>If the connection is lost, the broker publishes the device&apos;s last will</source>
        <translation>Geht die Verbindung verloren, veröffentlicht der Broker den Last Will des Geräts</translation>
    </message>
    <message>
        <source>The broker holds no last will of this device</source>
        <translation>Der Broker hat keinen Last Will dieses Geräts</translation>
    </message>
    <message>
        <source>%1 sent · %2 received</source>
        <translation>%1 gesendet · %2 empfangen</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Switches it on: it connects</source>
        <translation>Schaltet es ein: es verbindet sich</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>It says goodbye: DISCONNECT, no last will</source>
        <translation>Es verabschiedet sich: DISCONNECT, kein Last Will</translation>
    </message>
    <message>
        <source>Heal cable</source>
        <translation>Kabel heilen</translation>
    </message>
    <message>
        <source>Heal the cable of %1</source>
        <translation>Kabel von %1 heilen</translation>
    </message>
    <message>
        <source>Plugs the cable in again</source>
        <translation>Steckt das Kabel wieder ein</translation>
    </message>
    <message>
        <source>Cut cable</source>
        <translation>Kabel trennen</translation>
    </message>
    <message>
        <source>Cut the cable of %1</source>
        <translation>Kabel von %1 trennen</translation>
    </message>
    <message>
        <source>Nobody is told: the last will follows when the keep alive is over</source>
        <translation>Niemand erfährt es: der Last Will folgt, wenn das Keep-Alive um ist</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Absturz</translation>
    </message>
    <message>
        <source>Crash %1</source>
        <translation>%1 abstürzen lassen</translation>
    </message>
    <message>
        <source>The process dies without a word: the last will follows at once</source>
        <translation>Der Prozess stirbt ohne ein Wort: der Last Will folgt sofort</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Publishes %1 on %2</source>
        <translation>Sendet %1 auf %2</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DeviceCreation</name>
    <message>
        <source>A thing&apos;s name has 1 to 128 letters, digits, “:”, “_” or “-”.</source>
        <translation>Der Name eines Things hat 1 bis 128 Buchstaben, Ziffern, „:“, „_“ oder „-“.</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>Wählen Sie einen Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>Nothing can be written into this folder.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is there already: a key is not written over.</source>
        <translation>%1 gibt es schon: ein Schlüssel wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>It stopped half-way: %1</source>
        <translation>Auf halbem Weg angehalten: %1</translation>
    </message>
    <message>
        <source>%1 is ready. Its private key is in %2 and nowhere else.</source>
        <translation>%1 ist bereit. Der private Schlüssel steht in %2 und sonst nirgends.</translation>
    </message>
    <message>
        <source>There is no certificate: %1</source>
        <translation>Es gibt kein Zertifikat: %1</translation>
    </message>
    <message>
        <source>The files cannot be written, so the certificate was taken back: %1</source>
        <translation>Die Dateien lassen sich nicht schreiben, das Zertifikat wurde zurückgenommen: %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DeviceDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>A thing of the account that has a certificate, or the name of a new one.</source>
        <translation>Ein Thing des Kontos, das ein Zertifikat hat, oder der Name eines neuen.</translation>
    </message>
    <message>
        <source>Name of the thing</source>
        <translation>Name des Things</translation>
    </message>
    <message>
        <source>for example sprinkler-7</source>
        <translation>zum Beispiel sprinkler-7</translation>
    </message>
    <message>
        <source>Things of the account</source>
        <translation>Things des Kontos</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Den Ordner wählen</translation>
    </message>
    <message>
        <source>Folder for certificate, private key and root</source>
        <translation>Ordner für Zertifikat, privaten Schlüssel und Root</translation>
    </message>
    <message>
        <source>It is made with a certificate and a policy that lets it discover its core. Certificate, private key (for you alone to read) and root are written into this folder and kept nowhere else.</source>
        <translation>Es wird mit einem Zertifikat und einer Policy angelegt, mit der es seinen Core erfragen darf. Zertifikat, privater Schlüssel (nur für Sie lesbar) und Root werden in diesen Ordner geschrieben und sonst nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Folder for the device&apos;s files</source>
        <translation>Ordner für die Dateien des Geräts</translation>
    </message>
    <message>
        <source>This thing is in the group already.</source>
        <translation>Dieses Thing ist schon in der Gruppe.</translation>
    </message>
    <message>
        <source>Create and add</source>
        <translation>Anlegen und hinzufügen</translation>
    </message>
    <message>
        <source>Making keys …</source>
        <translation>Schlüssel werden erzeugt …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DevicePanel</name>
    <message>
        <source>There are no devices on the bench.</source>
        <translation>Auf der Werkbank sind keine Geräte.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Table instead of cards (Ctrl+Shift+M)</source>
        <translation>Tabelle statt Karten (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Table instead of cards</source>
        <translation>Tabelle statt Karten</translation>
    </message>
    <message>
        <source>0 of %1 devices match</source>
        <translation>0 von %1 Geräten passen</translation>
    </message>
    <message>
        <source>%1 more devices are in the table.</source>
        <translation>%1 weitere Geräte sind in der Tabelle.</translation>
    </message>
    <message>
        <source>Connect a real device or a telephone</source>
        <translation>Ein echtes Gerät oder ein Telefon verbinden</translation>
    </message>
    <message>
        <source>Real device …</source>
        <translation>Echtes Gerät …</translation>
    </message>
    <message>
        <source>Telephone …</source>
        <translation>Telefon …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DeviceShelf</name>
    <message>
        <source>Cards of the devices</source>
        <translation>Karten der Geräte</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DifferenceModel</name>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>ja/nein</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>(whole payload)</source>
        <translation>(ganze Payload)</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DifferenceView</name>
    <message>
        <source>Differences to the previous message</source>
        <translation>Unterschiede zur vorigen Nachricht</translation>
    </message>
    <message>
        <source>Heed %1 again</source>
        <translation>%1 wieder beachten</translation>
    </message>
    <message>
        <source>Ignore %1 here</source>
        <translation>%1 hier ignorieren</translation>
    </message>
    <message>
        <source>Ignore every field called %1</source>
        <translation>Jedes Feld namens %1 ignorieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>with %1 · %2</source>
        <translation>mit %1 · %2</translation>
    </message>
    <message>
        <source>with the one before, %1</source>
        <translation>mit der davor, %1</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Compare with this</source>
        <translation>Mit dieser vergleichen</translation>
    </message>
    <message>
        <source>Compare with the one before again</source>
        <translation>Wieder mit der davor vergleichen</translation>
    </message>
    <message>
        <source>Compare others with this message</source>
        <translation>Andere mit dieser Nachricht vergleichen</translation>
    </message>
    <message>
        <source>Compare each message with the one before on its topic again</source>
        <translation>Jede Nachricht wieder mit der davor auf ihrem Topic vergleichen</translation>
    </message>
    <message>
        <source>Hold on to this message: whatever is chosen next is compared with it</source>
        <translation>An dieser Nachricht festhalten: was als Nächstes gewählt wird, wird mit ihr verglichen</translation>
    </message>
    <message>
        <source>This is the first message of its topic.</source>
        <translation>Dies ist die erste Nachricht ihres Topics.</translation>
    </message>
    <message>
        <source>Same octets.</source>
        <translation>Dieselben Bytes.</translation>
    </message>
    <message>
        <source>Not JSON: the octets differ.</source>
        <translation>Kein JSON: die Bytes unterscheiden sich.</translation>
    </message>
    <message numerus="yes">
        <source>Same content; %n ignored</source>
        <translation>
            <numerusform>Gleicher Inhalt; %n ignoriert</numerusform>
            <numerusform>Gleicher Inhalt; %n ignoriert</numerusform>
        </translation>
    </message>
    <message>
        <source>Same content.</source>
        <translation>Gleicher Inhalt.</translation>
    </message>
    <message>
        <source>%1 changed, %2 the same, %3 ignored</source>
        <translation>%1 geändert, %2 gleich, %3 ignoriert</translation>
    </message>
    <message>
        <source>%1 changed, %2 the same</source>
        <translation>%1 geändert, %2 gleich</translation>
    </message>
</context>
<context>
    <name>greensward::ui::DoctorWorkspace</name>
    <message>
        <source>Doctor</source>
        <translation>Doktor</translation>
    </message>
    <message>
        <source>What I learned</source>
        <translation>Was ich gelernt habe</translation>
    </message>
    <message>
        <source>Break something on purpose</source>
        <translation>Etwas mit Absicht stören</translation>
    </message>
    <message>
        <source>1 note, %1 checks watch</source>
        <translation>1 Anmerkung, %1 Prüfungen wachen</translation>
    </message>
    <message>
        <source>%1 notes, %2 checks watch</source>
        <translation>%1 Anmerkungen, %2 Prüfungen wachen</translation>
    </message>
    <message>
        <source>Copy the report of all cards</source>
        <translation>Den Bericht aller Karten kopieren</translation>
    </message>
</context>
<context>
    <name>greensward::ui::EdgeDesk</name>
    <message>
        <source>The group was changed elsewhere, too. What is changed here goes before it when it is deployed.</source>
        <translation>Die Gruppe wurde auch anderswo geändert. Beim Bereitstellen geht vor, was hier geändert ist.</translation>
    </message>
    <message>
        <source>The core does not start: %1</source>
        <translation>Der Core startet nicht: %1</translation>
    </message>
    <message>
        <source>The core does not stop: %1</source>
        <translation>Der Core hält nicht an: %1</translation>
    </message>
    <message>
        <source>The core was not removed: %1</source>
        <translation>Der Core wurde nicht entfernt: %1</translation>
    </message>
    <message>
        <source>The core is gone; its thing and certificate are still there</source>
        <translation>Der Core ist weg; sein Thing und sein Zertifikat sind noch da</translation>
    </message>
    <message>
        <source>The deployment is under way</source>
        <translation>Die Bereitstellung läuft</translation>
    </message>
    <message>
        <source>The deployments were not reset: %1</source>
        <translation>Die Bereitstellungen wurden nicht zurückgesetzt: %1</translation>
    </message>
    <message>
        <source>The reset is under way: the core forgets the group</source>
        <translation>Das Zurücksetzen läuft: Der Core vergisst die Gruppe</translation>
    </message>
    <message>
        <source>The group was not deleted: %1</source>
        <translation>Die Gruppe wurde nicht gelöscht: %1</translation>
    </message>
    <message>
        <source>The group is gone; its definitions, things and certificates are still there</source>
        <translation>Die Gruppe ist weg; ihre Definitionen, Things und Zertifikate sind noch da</translation>
    </message>
    <message>
        <source>There is no new authority: %1</source>
        <translation>Es gibt keine neue CA: %1</translation>
    </message>
    <message>
        <source>There is a new group authority; deploy, then devices must discover again</source>
        <translation>Die Gruppe hat eine neue CA; stellen Sie bereit, danach müssen die Geräte neu erfragen</translation>
    </message>
    <message>
        <source>The life of certificates was not changed: %1</source>
        <translation>Die Laufzeit der Zertifikate wurde nicht geändert: %1</translation>
    </message>
    <message>
        <source>The core&apos;s next certificate lives so long</source>
        <translation>So lange gilt das nächste Zertifikat des Cores</translation>
    </message>
    <message>
        <source>The addresses were not changed: %1</source>
        <translation>Die Adressen wurden nicht geändert: %1</translation>
    </message>
    <message>
        <source>The core is reached at these addresses now; it gets a new certificate for them</source>
        <translation>Der Core ist jetzt unter diesen Adressen erreichbar; er bekommt dafür ein neues Zertifikat</translation>
    </message>
    <message>
        <source>The thing cannot be found: %1</source>
        <translation>Das Thing ist nicht zu finden: %1</translation>
    </message>
    <message>
        <source>Its certificate cannot be found: %1</source>
        <translation>Sein Zertifikat ist nicht zu finden: %1</translation>
    </message>
    <message>
        <source>%1 has no certificate, so the core would not know it. Security gives it one.</source>
        <translation>%1 hat kein Zertifikat, der Core würde es also nicht erkennen. Unter Sicherheit bekommt es eines.</translation>
    </message>
    <message>
        <source>%1 is in the group; it is not deployed yet</source>
        <translation>%1 ist in der Gruppe; bereitgestellt ist das noch nicht</translation>
    </message>
    <message>
        <source>The gas turbine cannot be made: %1</source>
        <translation>Die Gasturbine kann nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>The gas turbine is made: its sensors speak once its group is deployed</source>
        <translation>Die Gasturbine ist angelegt: Ihre Sensoren melden sich, sobald ihre Gruppe verteilt ist</translation>
    </message>
    <message>
        <source>The deployment failed: %1</source>
        <translation>Das Deployment ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The core has forgotten the group</source>
        <translation>Der Core hat die Gruppe vergessen</translation>
    </message>
    <message>
        <source>The group is deployed</source>
        <translation>Die Gruppe ist verteilt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::EdgeDeviceModel</name>
    <message>
        <source>The core keeps the shadow the same as the cloud&apos;s</source>
        <translation>Der Core hält den Shadow mit dem der Cloud gleich</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>abgeglichen</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>new, not deployed</source>
        <translation>neu, nicht bereitgestellt</translation>
    </message>
    <message>
        <source>changed, not deployed</source>
        <translation>geändert, nicht bereitgestellt</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>At the core</source>
        <translation>Am Core</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>greensward::ui::EdgeFunctionDialog</name>
    <message>
        <source>Long-lived: starts with the core and stays</source>
        <translation>Langlebig: startet mit dem Core und bleibt</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>Memory in kilobytes</source>
        <translation>Speicher in Kilobyte</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Timeout in seconds</source>
        <translation>Timeout in Sekunden</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Add a function</source>
        <translation>Funktion hinzufügen</translation>
    </message>
    <message>
        <source>%1 on the core</source>
        <translation>%1 auf dem Core</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Published version or alias of a function</source>
        <translation>Veröffentlichte Version oder Alias einer Funktion</translation>
    </message>
    <message>
        <source>Else a process comes when there is work, and several at once when there is much</source>
        <translation>Sonst kommt ein Prozess, wenn es Arbeit gibt, und mehrere zugleich bei viel Arbeit</translation>
    </message>
    <message>
        <source>Environment: NAME=value, one a line</source>
        <translation>Umgebung: NAME=Wert, je Zeile einer</translation>
    </message>
    <message>
        <source>A core counts memory in kilobytes and runs published versions alone; an alias means the version that it points to when the group is deployed. The role of the function does not count there.</source>
        <translation>Ein Core zählt Speicher in Kilobyte und führt nur veröffentlichte Versionen aus; ein Alias meint die Version, auf die er beim Bereitstellen zeigt. Die Rolle der Funktion zählt dort nicht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking the account …</source>
        <translation>Das Konto wird gefragt …</translation>
    </message>
    <message>
        <source>No function has a published version that is not in the group yet: Functions → More → Publish version.</source>
        <translation>Keine Funktion hat eine veröffentlichte Version, die nicht schon in der Gruppe ist: Funktionen → Mehr → Version veröffentlichen.</translation>
    </message>
    <message>
        <source>The environment is one NAME=value a line.</source>
        <translation>Die Umgebung ist je Zeile ein NAME=Wert.</translation>
    </message>
    <message>
        <source>Spool of the core: where messages wait for the cloud</source>
        <translation>Spool des Cores: wo Nachrichten auf die Cloud warten</translation>
    </message>
</context>
<context>
    <name>greensward::ui::EdgeFunctionModel</name>
    <message>
        <source>Spool of the core</source>
        <translation>Spool des Cores</translation>
    </message>
    <message>
        <source>long-lived</source>
        <translation>langlebig</translation>
    </message>
    <message>
        <source>on demand</source>
        <translation>auf Abruf</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>new, not deployed</source>
        <translation>neu, nicht bereitgestellt</translation>
    </message>
    <message>
        <source>changed, not deployed</source>
        <translation>geändert, nicht bereitgestellt</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>greensward::ui::EdgeWorkspace</name>
    <message>
        <source>Edge</source>
        <translation>Edge</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Bereitstellen</translation>
    </message>
    <message>
        <source>Deploy the group</source>
        <translation>Die Gruppe bereitstellen</translation>
    </message>
    <message>
        <source>Deploy the group: the core lives by it from then on (Ctrl+Enter)</source>
        <translation>Die Gruppe bereitstellen: Der Core lebt von da an nach ihr (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>New group (Ctrl+N)</source>
        <translation>Neue Gruppe (Strg+N)</translation>
    </message>
    <message>
        <source>More: members, reset, delete</source>
        <translation>Mehr: Mitglieder, zurücksetzen, löschen</translation>
    </message>
    <message>
        <source>A capture has no groups. What cores did is in Topics, Journeys and on the Map.</source>
        <translation>Eine Aufzeichnung hat keine Gruppen. Was Cores taten, steht unter Topics, Reisen und auf der Karte.</translation>
    </message>
    <message>
        <source>A Greengrass core brings a piece of the cloud to where the devices are: they talk through it, functions run on it, and it goes on when the line is down. A group says who belongs to a core and what goes from whom to whom.</source>
        <translation>Ein Greengrass-Core bringt ein Stück Cloud dorthin, wo die Geräte sind: Sie sprechen über ihn, Funktionen laufen auf ihm, und er arbeitet weiter, wenn die Leitung tot ist. Eine Gruppe sagt, wer zu einem Core gehört und was von wem zu wem geht.</translation>
    </message>
    <message>
        <source>There is no account here that could keep groups.</source>
        <translation>Hier gibt es kein Konto, das Gruppen haben könnte.</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Asking the account …</source>
        <translation>Das Konto wird gefragt …</translation>
    </message>
    <message>
        <source>Pages of the group</source>
        <translation>Seiten der Gruppe</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>Shadows</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Devices of the group</source>
        <translation>Geräte der Gruppe</translation>
    </message>
    <message>
        <source>Add a device …</source>
        <translation>Gerät hinzufügen …</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>No device belongs to the group yet. A device discovers its core with its certificate and talks to it instead of the cloud.</source>
        <translation>Noch gehört kein Gerät zur Gruppe. Ein Gerät erfragt mit seinem Zertifikat seinen Core und spricht mit ihm statt mit der Cloud.</translation>
    </message>
    <message>
        <source>Functions of the group</source>
        <translation>Funktionen der Gruppe</translation>
    </message>
    <message>
        <source>Add a function …</source>
        <translation>Funktion hinzufügen …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>No function runs on the core yet. Published versions and aliases of the account&apos;s functions can.</source>
        <translation>Noch läuft keine Funktion auf dem Core. Veröffentlichte Versionen und Aliase der Funktionen des Kontos können es.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Core</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Bereitstellungen</translation>
    </message>
    <message>
        <source>The group cannot be told in full: %1</source>
        <translation>Die Gruppe lässt sich nicht ganz zeigen: %1</translation>
    </message>
    <message>
        <source>changed, not deployed</source>
        <translation>geändert, nicht bereitgestellt</translation>
    </message>
    <message>
        <source>being deployed</source>
        <translation>wird bereitgestellt</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>nicht bereitgestellt</translation>
    </message>
    <message>
        <source>Reset the deployments of %1 without waiting for its core? Devices lose it; the definition of the group stays.</source>
        <translation>Die Bereitstellungen von %1 zurücksetzen, ohne auf den Core zu warten? Die Geräte verlieren ihn; die Definition der Gruppe bleibt.</translation>
    </message>
    <message>
        <source>Reset the deployments of %1? Its core forgets the group; the definition of the group stays.</source>
        <translation>Die Bereitstellungen von %1 zurücksetzen? Der Core vergisst die Gruppe; die Definition der Gruppe bleibt.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Delete the group %1? One that was deployed must be reset before. It cannot be brought back.</source>
        <translation>Die Gruppe %1 löschen? War sie bereitgestellt, muss sie vorher zurückgesetzt werden. Sie kommt nicht wieder.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Remove the core %1 from this computer, with its folder and what waits in its spool?</source>
        <translation>Den Core %1 von diesem Rechner entfernen, mit seinem Ordner und dem, was im Spool wartet?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Back to what the account has</source>
        <translation>Zurück zum Stand des Kontos</translation>
    </message>
    <message>
        <source>Reset deployments …</source>
        <translation>Bereitstellungen zurücksetzen …</translation>
    </message>
    <message>
        <source>Reset without the core …</source>
        <translation>Ohne den Core zurücksetzen …</translation>
    </message>
    <message>
        <source>Delete the group …</source>
        <translation>Gruppe löschen …</translation>
    </message>
    <message>
        <source>Remove the core …</source>
        <translation>Core entfernen …</translation>
    </message>
    <message>
        <source>Add a device to the group</source>
        <translation>Ein Gerät zur Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Add a function to the group</source>
        <translation>Eine Funktion zur Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Edit the routes of the chosen cell</source>
        <translation>Die Routen der gewählten Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Back to the group as the account has it</source>
        <translation>Zurück zur Gruppe, wie das Konto sie hat</translation>
    </message>
    <message>
        <source>Pull the core&apos;s cable to the cloud, or put it in</source>
        <translation>Das Kabel des Cores zur Cloud ziehen oder stecken</translation>
    </message>
    <message>
        <source>Switch the core on or off</source>
        <translation>Den Core ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Reset the deployments of the group</source>
        <translation>Die Bereitstellungen der Gruppe zurücksetzen</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>Die Gruppe löschen</translation>
    </message>
    <message>
        <source>Ask the account for its groups again</source>
        <translation>Das Konto noch einmal nach seinen Gruppen fragen</translation>
    </message>
    <message>
        <source>Routes of the group</source>
        <translation>Routen der Gruppe</translation>
    </message>
    <message>
        <source>Shadows of the group</source>
        <translation>Shadows der Gruppe</translation>
    </message>
    <message>
        <source>Addresses and certificates of the group</source>
        <translation>Adressen und Zertifikate der Gruppe</translation>
    </message>
    <message>
        <source>Add a simulated gas turbine with a core of its own</source>
        <translation>Eine simulierte Gasturbine mit eigenem Core anlegen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ElsewhereList</name>
    <message>
        <source>The same topic at other brokers</source>
        <translation>Dasselbe Topic bei anderen Brokern</translation>
    </message>
    <message>
        <source>also at this gateway</source>
        <translation>auch bei diesem Gateway</translation>
    </message>
    <message>
        <source>also at %1</source>
        <translation>auch bei %1</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>the same content</source>
        <translation>gleicher Inhalt</translation>
    </message>
    <message>
        <source>1 field differs</source>
        <translation>1 Feld verschieden</translation>
    </message>
    <message>
        <source>%1 fields differ</source>
        <translation>%1 Felder verschieden</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <translation>%1: %2 · %3</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Vergleichen mit %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::EvaluationPage</name>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>Hängt an</translation>
    </message>
    <message>
        <source>Policies that count</source>
        <translation>Policys, die gelten</translation>
    </message>
    <message>
        <source>Policy text, with the statement that decided</source>
        <translation>Text der Policy mit der Anweisung, die entschied</translation>
    </message>
    <message>
        <source>Who: a thing or a certificate</source>
        <translation>Wer: ein Thing oder ein Zertifikat</translation>
    </message>
    <message>
        <source>With which certificate</source>
        <translation>Mit welchem Zertifikat</translation>
    </message>
    <message>
        <source>Client id it connects with</source>
        <translation>Client-Id, mit der es sich verbindet</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Shadows over MQTT are topics: Publish, Subscribe and Receive on $aws/things/… decide. The shadow actions are those of HTTPS.</source>
        <translation>Shadows über MQTT sind Topics: Publish, Subscribe und Receive auf $aws/things/… entscheiden. Die Shadow-Aktionen gelten für HTTPS.</translation>
    </message>
    <message>
        <source>On which topic, filter, client or thing</source>
        <translation>Auf welchem Topic, Filter, Client oder Thing</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>as client</source>
        <translation>als Client</translation>
    </message>
    <message>
        <source>May it</source>
        <translation>Darf es</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-Id</translation>
    </message>
    <message>
        <source>Topic filter, for example turbines/+/#</source>
        <translation>Topic-Filter, etwa turbines/+/#</translation>
    </message>
    <message>
        <source>Name of the thing</source>
        <translation>Name des Things</translation>
    </message>
    <message>
        <source>Topic, for example turbines/1/telemetry</source>
        <translation>Topic, etwa turbines/1/telemetry</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verboten</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>The account says the same (TestAuthorization: %1).</source>
        <translation>Das Konto sagt dasselbe (TestAuthorization: %1).</translation>
    </message>
    <message>
        <source>The account says otherwise: TestAuthorization answers %1. What is known here of the device may not be all.</source>
        <translation>Das Konto sagt anderes: TestAuthorization antwortet %1. Was hier vom Gerät bekannt ist, ist vielleicht nicht alles.</translation>
    </message>
    <message>
        <source>Not known of it: %1.</source>
        <translation>Nicht bekannt: %1.</translation>
    </message>
    <message>
        <source>no question yet</source>
        <translation>noch keine Frage</translation>
    </message>
    <message>
        <source>No certificate is attached to this thing, so nobody can ask in its name.</source>
        <translation>An diesem Thing hängt kein Zertifikat, niemand kann in seinem Namen fragen.</translation>
    </message>
    <message>
        <source>Choose who asks, and for what.</source>
        <translation>Wählen Sie, wer fragt und wonach.</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>No policy is attached.</source>
        <translation>Es hängt keine Policy daran.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ExchangeRow</name>
    <message>
        <source>No update was seen yet.</source>
        <translation>Noch keine Änderung gesehen.</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>update</source>
        <translation>update</translation>
    </message>
    <message>
        <source>HTTPS %1</source>
        <translation>HTTPS %1</translation>
    </message>
    <message>
        <source>
client token %1</source>
        <translation>
Client-Token %1</translation>
    </message>
    <message>
        <source>The request, as it was sent</source>
        <translation>Die Anfrage, wie gesendet</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>abgelehnt %1</translation>
    </message>
    <message>
        <source>%1
Opens the message</source>
        <translation>%1
Öffnet die Nachricht</translation>
    </message>
    <message>
        <source>Open the message: %1</source>
        <translation>Nachricht öffnen: %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FaultModel</name>
    <message>
        <source>until healed</source>
        <translation>bis geheilt</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation>%1 an %2, %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FaultPanel</name>
    <message>
        <source>Faults that are on; Delete heals the marked one</source>
        <translation>Störungen, die an sind; Entf heilt die markierte</translation>
    </message>
    <message>
        <source>Whom the fault strikes</source>
        <translation>Wen die Störung trifft</translation>
    </message>
    <message>
        <source>How long the fault lasts</source>
        <translation>Wie lange die Störung dauert</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>30 s</source>
        <translation>30 s</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>until healed</source>
        <translation>bis geheilt</translation>
    </message>
    <message>
        <source>At</source>
        <translation>An</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FaultRow</name>
    <message>
        <source>Inject</source>
        <translation>Auslösen</translation>
    </message>
    <message>
        <source>K %1</source>
        <translation>K %1</translation>
    </message>
    <message>
        <source>Intensity of %1</source>
        <translation>Stärke von %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Inject %1</source>
        <translation>%1 auslösen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FieldModel</name>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FindingCard</name>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>%1 times, last at %2</source>
        <translation>%1-mal, zuletzt um %2</translation>
    </message>
    <message>
        <source>Copy the AWS CLI command</source>
        <translation>Den AWS-CLI-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>What is behind it</source>
        <translation>Was dahintersteckt</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>As text to hand on; keys, addresses and accounts are masked</source>
        <translation>Als Text zum Weitergeben; Schlüssel, Adressen und Konten sind maskiert</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Moves the card to what I learned; it comes back if it happens again</source>
        <translation>Legt die Karte zu dem, was ich gelernt habe; sie kommt wieder, wenn es wieder geschieht</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FindingList</name>
    <message>
        <source>What the doctor found</source>
        <translation>Was der Doktor fand</translation>
    </message>
    <message>
        <source>All well. %1 checks watch.</source>
        <translation>Alles gut. %1 Prüfungen wachen.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FirstMinute</name>
    <message>
        <source>All devices are connected already.</source>
        <translation>Alle Geräte sind schon verbunden.</translation>
    </message>
    <message>
        <source>Devices connect</source>
        <translation>Geräte verbinden sich</translation>
    </message>
    <message>
        <source>Pull a cable</source>
        <translation>Ein Kabel ziehen</translation>
    </message>
    <message>
        <source>The last will</source>
        <translation>Der Last Will</translation>
    </message>
    <message>
        <source>Plug it in again</source>
        <translation>Wieder einstecken</translation>
    </message>
    <message>
        <source>A wind turbine and a sprinkler come to life and connect to the device gateway in this program.</source>
        <translation>Eine Windturbine und ein Sprinkler erwachen und verbinden sich mit dem Device Gateway in diesem Programm.</translation>
    </message>
    <message>
        <source>Pull the turbine&apos;s cable. Nobody is told: to the gateway it looks as if the turbine were just quiet.</source>
        <translation>Ziehen Sie das Kabel der Turbine. Niemand erfährt es: für das Gateway sieht es aus, als sei die Turbine nur still.</translation>
    </message>
    <message>
        <source>The gateway waits one and a half times the keep-alive. Then it gives the turbine up and publishes what the turbine left with it for this case: its last will.</source>
        <translation>Das Gateway wartet anderthalb Keep-Alives. Dann gibt es die Turbine auf und veröffentlicht, was sie für diesen Fall hinterlassen hat: ihren Last Will.</translation>
    </message>
    <message>
        <source>The turbine notices too, and connects again as soon as it can.</source>
        <translation>Auch die Turbine merkt es und verbindet sich wieder, sobald sie kann.</translation>
    </message>
    <message>
        <source>Pull the cable</source>
        <translation>Kabel ziehen</translation>
    </message>
    <message>
        <source>Plug the cable in</source>
        <translation>Kabel einstecken</translation>
    </message>
    <message>
        <source>The cable of %1 was pulled at %2.</source>
        <translation>Das Kabel von %1 wurde um %2 gezogen.</translation>
    </message>
    <message>
        <source>%1 connected at %2.</source>
        <translation>%1 hat sich um %2 verbunden.</translation>
    </message>
    <message>
        <source>%1 connected again at %2.</source>
        <translation>%1 hat sich um %2 wieder verbunden.</translation>
    </message>
    <message>
        <source>%1 was published at %2.</source>
        <translation>%1 wurde um %2 veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FleetBar</name>
    <message>
        <source>Number of devices, from 1 to 10,000</source>
        <translation>Anzahl Geräte, von 1 bis 10.000</translation>
    </message>
    <message>
        <source>Number of devices</source>
        <translation>Anzahl Geräte</translation>
    </message>
    <message>
        <source> devices</source>
        <translation> Geräte</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 von %2 online</translation>
    </message>
    <message>
        <source>%1 messages/s · %2</source>
        <translation>%1 Nachrichten/s · %2</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FleetModel</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FleetTable</name>
    <message>
        <source>%1 faults</source>
        <translation>%1 Störungen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FunctionAccount</name>
    <message>
        <source>The functions cannot be listed: %1</source>
        <translation>Die Funktionen lassen sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>The first %1 functions are shown</source>
        <translation>Die ersten %1 Funktionen sind zu sehen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FunctionDesk</name>
    <message>
        <source>The code cannot be read: %1</source>
        <translation>Der Code lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>The code lies behind a link that this console does not follow. Its configuration can be changed, and it can be run.</source>
        <translation>Der Code liegt hinter einem Verweis, dem diese Konsole nicht folgt. Die Konfiguration lässt sich ändern, und die Funktion lässt sich ausführen.</translation>
    </message>
    <message>
        <source>The package holds no text that could be shown.</source>
        <translation>Das Paket enthält keinen Text, der sich zeigen ließe.</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 ist gespeichert</translation>
    </message>
    <message>
        <source>The configuration was not saved: %1</source>
        <translation>Die Konfiguration wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The code was not saved: %1</source>
        <translation>Der Code wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The role for the function could not be made: %1</source>
        <translation>Die Rolle für die Funktion ließ sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>The function was not made: %1</source>
        <translation>Die Funktion wurde nicht angelegt: %1</translation>
    </message>
    <message>
        <source>%1 is made</source>
        <translation>%1 ist angelegt</translation>
    </message>
    <message>
        <source>No version was published: %1</source>
        <translation>Es wurde keine Version veröffentlicht: %1</translation>
    </message>
    <message>
        <source>Version %1 of %2 is published: it does not change any more</source>
        <translation>Version %1 von %2 ist veröffentlicht: sie ändert sich nicht mehr</translation>
    </message>
    <message>
        <source>The alias was not changed: %1</source>
        <translation>Der Alias wurde nicht geändert: %1</translation>
    </message>
    <message>
        <source>%1 means version %2 now</source>
        <translation>%1 meint jetzt Version %2</translation>
    </message>
    <message>
        <source>The alias was not deleted: %1</source>
        <translation>Der Alias wurde nicht gelöscht: %1</translation>
    </message>
    <message>
        <source>The alias %1 is deleted</source>
        <translation>Der Alias %1 ist gelöscht</translation>
    </message>
    <message>
        <source>The version was not deleted: %1</source>
        <translation>Die Version wurde nicht gelöscht: %1</translation>
    </message>
    <message>
        <source>Version %1 is deleted</source>
        <translation>Version %1 ist gelöscht</translation>
    </message>
    <message>
        <source>The function was not deleted: %1</source>
        <translation>Die Funktion wurde nicht gelöscht: %1</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FunctionListModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>noch nicht aufgerufen</translation>
    </message>
    <message>
        <source>1 version</source>
        <translation>1 Version</translation>
    </message>
    <message>
        <source>%1 versions</source>
        <translation>%1 Versionen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>alias, version</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 gescheitert</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FunctionListView</name>
    <message>
        <source>Functions of the account</source>
        <translation>Funktionen des Kontos</translation>
    </message>
</context>
<context>
    <name>greensward::ui::FunctionsWorkspace</name>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Save and run the function</source>
        <translation>Die Funktion speichern und ausführen</translation>
    </message>
    <message>
        <source>Save and run the function with its test event (Ctrl+Enter)</source>
        <translation>Die Funktion speichern und mit ihrem Testereignis ausführen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the function</source>
        <translation>Die Funktion speichern</translation>
    </message>
    <message>
        <source>Save the function: $LATEST is what is written from then on (Ctrl+S)</source>
        <translation>Die Funktion speichern: $LATEST ist von da an, was hier steht (Strg+S)</translation>
    </message>
    <message>
        <source>New function (Ctrl+N)</source>
        <translation>Neue Funktion (Strg+N)</translation>
    </message>
    <message>
        <source>A capture has no functions. Calls that were recorded are listed below.</source>
        <translation>Eine Aufzeichnung hat keine Funktionen. Aufgezeichnete Aufrufe stehen unten in der Liste.</translation>
    </message>
    <message>
        <source>A function answers an event with a few lines of Python.</source>
        <translation>Eine Funktion beantwortet ein Ereignis mit ein paar Zeilen Python.</translation>
    </message>
    <message>
        <source>There is no account here that could keep functions.</source>
        <translation>Hier ist kein Konto, das Funktionen haben könnte.</translation>
    </message>
    <message>
        <source>New function</source>
        <translation>Neue Funktion</translation>
    </message>
    <message>
        <source>Asking the account …</source>
        <translation>Das Konto wird gefragt …</translation>
    </message>
    <message>
        <source>Pages of the function</source>
        <translation>Seiten der Funktion</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>File of the package</source>
        <translation>Datei des Pakets</translation>
    </message>
    <message>
        <source>Code of the function</source>
        <translation>Code der Funktion</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what the call answered</source>
        <translation>Zeigen, was der Aufruf geantwortet hat</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Asking for the code …</source>
        <translation>Der Code wird geholt …</translation>
    </message>
    <message>
        <source>%1 is no file of this package.</source>
        <translation>%1 ist keine Datei dieses Pakets.</translation>
    </message>
    <message>
        <source>call of %1</source>
        <translation>Aufruf von %1</translation>
    </message>
    <message>
        <source>Kept as the test event “%1”</source>
        <translation>Als Testereignis „%1“ behalten</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Its name, with folders before it if wanted:</source>
        <translation>Ihr Name, auf Wunsch mit Ordnern davor:</translation>
    </message>
    <message>
        <source>%1 is no name of a file in a package.</source>
        <translation>%1 ist kein Name für eine Datei in einem Paket.</translation>
    </message>
    <message>
        <source>Delete %1 with all its versions? It cannot be brought back.</source>
        <translation>%1 mit allen Versionen löschen? Das lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New file …</source>
        <translation>Neue Datei …</translation>
    </message>
    <message>
        <source>Publish version …</source>
        <translation>Version veröffentlichen …</translation>
    </message>
    <message>
        <source>Back to what is saved</source>
        <translation>Zurück zum Gespeicherten</translation>
    </message>
    <message>
        <source>Delete the function …</source>
        <translation>Die Funktion löschen …</translation>
    </message>
    <message>
        <source>Send the event of the chosen call again</source>
        <translation>Das Ereignis des gewählten Aufrufs noch einmal senden</translation>
    </message>
    <message>
        <source>Keep the event of the chosen call as a test event</source>
        <translation>Das Ereignis des gewählten Aufrufs als Testereignis behalten</translation>
    </message>
    <message>
        <source>New test event</source>
        <translation>Neues Testereignis</translation>
    </message>
    <message>
        <source>New file in the package</source>
        <translation>Neue Datei im Paket</translation>
    </message>
    <message>
        <source>Publish a version</source>
        <translation>Eine Version veröffentlichen</translation>
    </message>
    <message>
        <source>Delete the function</source>
        <translation>Die Funktion löschen</translation>
    </message>
    <message>
        <source>Ask the account for its functions again</source>
        <translation>Das Konto noch einmal nach seinen Funktionen fragen</translation>
    </message>
    <message>
        <source>More: files, versions, delete</source>
        <translation>Mehr: Dateien, Versionen, löschen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::GroupBook</name>
    <message>
        <source>The groups cannot be listed: %1</source>
        <translation>Die Gruppen lassen sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>The first %1 groups are shown</source>
        <translation>Die ersten %1 Gruppen werden gezeigt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::GroupCreation</name>
    <message>
        <source>Making the core %1: thing, certificate, configuration …</source>
        <translation>Der Core %1 wird angelegt: Thing, Zertifikat, Konfiguration …</translation>
    </message>
    <message>
        <source>The core could not be made: %1</source>
        <translation>Der Core konnte nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>There is no thing %1: %2</source>
        <translation>Es gibt kein Thing %1: %2</translation>
    </message>
    <message>
        <source>The thing %1 has no certificate, so it cannot be a core.</source>
        <translation>Das Thing %1 hat kein Zertifikat, kann also kein Core sein.</translation>
    </message>
    <message>
        <source>Seeing to the Greengrass service role …</source>
        <translation>Die Greengrass-Service-Rolle wird besorgt …</translation>
    </message>
    <message>
        <source>Making the group …</source>
        <translation>Die Gruppe wird angelegt …</translation>
    </message>
    <message>
        <source>The core definition was not made: %1</source>
        <translation>Die Core-Definition wurde nicht angelegt: %1</translation>
    </message>
    <message>
        <source>The group was not made: %1</source>
        <translation>Die Gruppe wurde nicht angelegt: %1</translation>
    </message>
    <message>
        <source>The group %1 is there; add devices, then deploy</source>
        <translation>Die Gruppe %1 ist da; fügen Sie Geräte hinzu und stellen Sie bereit</translation>
    </message>
</context>
<context>
    <name>greensward::ui::GroupListModel</name>
    <message>
        <source>changed, not deployed</source>
        <translation>geändert, nicht bereitgestellt</translation>
    </message>
    <message>
        <source>being deployed</source>
        <translation>wird bereitgestellt</translation>
    </message>
    <message>
        <source>core is off</source>
        <translation>Core ist aus</translation>
    </message>
    <message>
        <source>not serving</source>
        <translation>nicht bereit</translation>
    </message>
    <message>
        <source>not deployed</source>
        <translation>nicht bereitgestellt</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>bereitgestellt</translation>
    </message>
    <message>
        <source>serving · 1 device</source>
        <translation>bereit · 1 Gerät</translation>
    </message>
    <message>
        <source>serving · %1 devices</source>
        <translation>bereit · %1 Geräte</translation>
    </message>
</context>
<context>
    <name>greensward::ui::GroupListView</name>
    <message>
        <source>Greengrass groups of the account</source>
        <translation>Greengrass-Gruppen des Kontos</translation>
    </message>
</context>
<context>
    <name>greensward::ui::GroupShipment</name>
    <message>
        <source>A definition was not made, so nothing was deployed: %1</source>
        <translation>Eine Definition wurde nicht angelegt, also wurde nichts bereitgestellt: %1</translation>
    </message>
    <message>
        <source>The group version was not made: %1</source>
        <translation>Die Gruppenversion wurde nicht angelegt: %1</translation>
    </message>
    <message>
        <source>The deployment was refused: %1</source>
        <translation>Die Bereitstellung wurde abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::GuideDesk</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
</context>
<context>
    <name>greensward::ui::GuidePanel</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>Schritt %1, erledigt: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The gateway waits %n more second(s)</source>
        <translation>
            <numerusform>Das Gateway wartet noch %n Sekunde</numerusform>
            <numerusform>Das Gateway wartet noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>Watch …</source>
        <translation>Zusehen …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::Handset</name>
    <message>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>desired</source>
        <translation>desired</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>reported</translation>
    </message>
    <message>
        <source>%1 kW</source>
        <translation>%1 kW</translation>
    </message>
    <message>
        <source>rotor %1 Hz · %2 °C</source>
        <translation>Rotor %1 Hz · %2 °C</translation>
    </message>
    <message>
        <source>Water: on</source>
        <translation>Wasser: an</translation>
    </message>
    <message>
        <source>Water: off</source>
        <translation>Wasser: aus</translation>
    </message>
    <message>
        <source>delta: %1 is desired, and the sprinkler has not said so yet</source>
        <translation>delta: gewünscht ist %1, und der Sprinkler hat es noch nicht bestätigt</translation>
    </message>
    <message>
        <source>The sprinkler does what is desired.</source>
        <translation>Der Sprinkler tut, was gewünscht ist.</translation>
    </message>
    <message>
        <source>Nothing is desired yet.</source>
        <translation>Noch ist nichts gewünscht.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::HintList</name>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>greensward::ui::HistoryPanel</name>
    <message>
        <source>Choose a topic or a message to see all that came on its topic.</source>
        <translation>Ein Topic oder eine Nachricht wählen, um alles zu sehen, was auf dem Topic kam.</translation>
    </message>
    <message>
        <source>Number to draw</source>
        <translation>Zu zeichnende Zahl</translation>
    </message>
    <message>
        <source>Messages of the topic</source>
        <translation>Nachrichten des Topics</translation>
    </message>
    <message>
        <source>%1 kept · %2</source>
        <translation>%1 behalten · %2</translation>
    </message>
    <message>
        <source> · %1 trimmed</source>
        <translation> · %1 gekürzt</translation>
    </message>
    <message>
        <source>%1 · log %2 of %3</source>
        <translation>%1 · Log %2 von %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::HistoryScrubber</name>
    <message>
        <source>Moment in the history of the topic</source>
        <translation>Zeitpunkt in der Geschichte des Topics</translation>
    </message>
</context>
<context>
    <name>greensward::ui::IdentityPage</name>
    <message>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Find a thing</source>
        <translation>Thing suchen</translation>
    </message>
    <message>
        <source>Find a thing by its name or type</source>
        <translation>Ein Thing nach Name oder Typ suchen</translation>
    </message>
    <message>
        <source>New device …</source>
        <translation>Neues Gerät …</translation>
    </message>
    <message>
        <source>Make a new device: thing, certificate and policy</source>
        <translation>Ein neues Gerät machen: Thing, Zertifikat und Policy</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Things</translation>
    </message>
    <message>
        <source>What may it do?</source>
        <translation>Was darf es?</translation>
    </message>
    <message>
        <source>Evaluate the policies of this thing</source>
        <translation>Die Policys dieses Things auswerten</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>Ausweis</translation>
    </message>
    <message>
        <source>No thing has been made yet.</source>
        <translation>Es gibt noch kein Thing.</translation>
    </message>
    <message>
        <source>Choose a thing to see who it is.</source>
        <translation>Wählen Sie ein Thing, um zu sehen, wer es ist.</translation>
    </message>
    <message>
        <source>Asking the account …</source>
        <translation>Das Konto wird gefragt …</translation>
    </message>
    <message>
        <source>Nobody can speak for this thing: no certificate is attached to it.</source>
        <translation>Niemand kann für dieses Thing sprechen: es hängt kein Zertifikat daran.</translation>
    </message>
    <message>
        <source>It cannot connect: none of its certificates is active.</source>
        <translation>Es kann sich nicht verbinden: keines seiner Zertifikate ist aktiv.</translation>
    </message>
    <message>
        <source>It cannot connect: no policy counts for its certificate.</source>
        <translation>Es kann sich nicht verbinden: keine Policy gilt für sein Zertifikat.</translation>
    </message>
    <message>
        <source>The chain is whole. What it may do, its policies say.</source>
        <translation>Die Kette ist ganz. Was es darf, sagen seine Policys.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Auch</translation>
    </message>
    <message>
        <source>New certificate for it …</source>
        <translation>Neues Zertifikat dafür …</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>via group</source>
        <translation>über Gruppe</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>Hängt an</translation>
    </message>
    <message>
        <source>the certificate</source>
        <translation>am Zertifikat</translation>
    </message>
    <message>
        <source>the group %1</source>
        <translation>an der Gruppe %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the policy %1</source>
        <translation>Die Policy %1 öffnen</translation>
    </message>
    <message>
        <source>No certificate is attached.</source>
        <translation>Es hängt kein Zertifikat daran.</translation>
    </message>
    <message>
        <source>New certificate …</source>
        <translation>Neues Zertifikat …</translation>
    </message>
    <message>
        <source>Make a certificate for this thing</source>
        <translation>Ein Zertifikat für dieses Thing machen</translation>
    </message>
    <message>
        <source>Attach …</source>
        <translation>Anhängen …</translation>
    </message>
    <message>
        <source>Attach a certificate that is there</source>
        <translation>Ein vorhandenes Zertifikat anhängen</translation>
    </message>
    <message>
        <source>No policy is attached: it may not even connect.</source>
        <translation>Es hängt keine Policy daran: nicht einmal verbinden ist erlaubt.</translation>
    </message>
    <message>
        <source>Attach policy …</source>
        <translation>Policy anhängen …</translation>
    </message>
    <message>
        <source>Attach a policy to the certificate %1</source>
        <translation>Eine Policy an das Zertifikat %1 hängen</translation>
    </message>
    <message>
        <source>Attach policy</source>
        <translation>Policy anhängen</translation>
    </message>
    <message>
        <source>Every policy there is, is attached</source>
        <translation>Alle Policys hängen schon daran</translation>
    </message>
    <message>
        <source>%1, %2, of %3</source>
        <translation>%1, %2, vom %3</translation>
    </message>
    <message>
        <source>Attach certificate</source>
        <translation>Zertifikat anhängen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::InspectorHead</name>
    <message>
        <source>Delivered as retained: to who subscribed after it was sent, because the broker kept it</source>
        <translation>Als Retained zugestellt: wer danach abonniert hat, bekam sie, weil der Broker sie behielt</translation>
    </message>
    <message>
        <source>%1 · from %2</source>
        <translation>%1 · von %2</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>trimmed, %1 of %2</source>
        <translation>gekürzt, %1 von %2</translation>
    </message>
    <message>
        <source>The rest is not kept: it was sent whole, but this window has a part of it</source>
        <translation>Der Rest ist nicht behalten: sie wurde ganz gesendet, aber dieses Fenster hat einen Teil davon</translation>
    </message>
    <message numerus="yes">
        <source>→ %n received it</source>
        <translation>
            <numerusform>→ %n hat sie empfangen</numerusform>
            <numerusform>→ %n haben sie empfangen</numerusform>
        </translation>
    </message>
    <message>
        <source>→ nobody received it</source>
        <translation>→ niemand hat sie empfangen</translation>
    </message>
    <message numerus="yes">
        <source>kept for %n who are away</source>
        <translation>
            <numerusform>für %n Abwesenden behalten</numerusform>
            <numerusform>für %n Abwesende behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lost for %n</source>
        <translation>
            <numerusform>für %n verloren</numerusform>
            <numerusform>für %n verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>stored retained</source>
        <translation>als Retained gespeichert</translation>
    </message>
    <message>
        <source>The broker keeps this message and gives it to whoever subscribes later</source>
        <translation>Der Broker behält diese Nachricht und gibt sie jedem, der später abonniert</translation>
    </message>
    <message>
        <source>cleared the retained one</source>
        <translation>hat die Retained gelöscht</translation>
    </message>
    <message>
        <source>was retained</source>
        <translation>war Retained</translation>
    </message>
    <message>
        <source>A later message took its place, or it was cleared</source>
        <translation>Eine spätere Nachricht trat an ihre Stelle, oder sie wurde gelöscht</translation>
    </message>
    <message>
        <source>as retained × %1</source>
        <translation>als Retained × %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::InvocationModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht mitgeteilt</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>cold, %1</source>
        <translation>kalt, %1</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>%1 long</source>
        <translation>%1 lang</translation>
    </message>
    <message>
        <source>Somebody else called. The recorder tells who asked and when, not which function and what came of it.</source>
        <translation>Jemand anderes hat aufgerufen. Der Flugschreiber sagt, wer und wann, aber nicht, welche Funktion und was daraus wurde.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Aufgerufen durch</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>(lines of its middle left out: %1)</source>
        <translation>(ausgelassene Zeilen in der Mitte: %1)</translation>
    </message>
</context>
<context>
    <name>greensward::ui::InvocationView</name>
    <message>
        <source>What comes back is shown here: answer or error, how long it took, its log.</source>
        <translation>Hier steht, was zurückkommt: Antwort oder Fehler, wie lange es gedauert hat, das Protokoll.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Send the same event again</source>
        <translation>Dasselbe Ereignis noch einmal senden</translation>
    </message>
    <message>
        <source>Send the same event again (Ctrl+R)</source>
        <translation>Dasselbe Ereignis noch einmal senden (Strg+R)</translation>
    </message>
    <message>
        <source>Keep the event as a test event</source>
        <translation>Das Ereignis als Testereignis behalten</translation>
    </message>
    <message>
        <source>Parts of the call</source>
        <translation>Teile des Aufrufs</translation>
    </message>
    <message>
        <source>Stack, outermost first; Enter goes to the line</source>
        <translation>Stapel, das Äußerste zuerst; die Eingabetaste führt zur Zeile</translation>
    </message>
    <message>
        <source>Goes to the line</source>
        <translation>Führt zur Zeile</translation>
    </message>
    <message>
        <source>Answer of the function</source>
        <translation>Antwort der Funktion</translation>
    </message>
    <message>
        <source>Log of the call</source>
        <translation>Protokoll des Aufrufs</translation>
    </message>
    <message>
        <source>Event of the call</source>
        <translation>Ereignis des Aufrufs</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>%1 long</source>
        <translation>%1 lang</translation>
    </message>
    <message>
        <source>cold start: %1 to load</source>
        <translation>kalter Start: %1 zum Laden</translation>
    </message>
    <message>
        <source>warm start</source>
        <translation>warmer Start</translation>
    </message>
    <message>
        <source>%1 ms billed</source>
        <translation>%1 ms berechnet</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 von %2 MB</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation> in %1</translation>
    </message>
    <message>
        <source>%1 in %2, cold start of %3</source>
        <translation>%1 in %2, kalter Start von %3</translation>
    </message>
    <message>
        <source>%1 in %2, warm start</source>
        <translation>%1 in %2, warmer Start</translation>
    </message>
    <message>
        <source>Keep event</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Only who called knows.</source>
        <translation>Das weiß nur, wer aufgerufen hat.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::InvocationsPanel</name>
    <message>
        <source>Calls of functions, newest first</source>
        <translation>Aufrufe von Funktionen, der neueste zuerst</translation>
    </message>
    <message>
        <source>No function has been called yet. Ctrl+Enter calls the one that is chosen.</source>
        <translation>Noch keine Funktion wurde aufgerufen. Strg+Eingabe ruft die gewählte auf.</translation>
    </message>
    <message>
        <source>Only this function</source>
        <translation>Nur diese Funktion</translation>
    </message>
    <message>
        <source>Show the calls of the chosen function alone</source>
        <translation>Nur die Aufrufe der gewählten Funktion zeigen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::JourneyModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>How and why</source>
        <translation>Wie und warum</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>greensward::ui::JourneyPanel</name>
    <message>
        <source>Steps of the journey</source>
        <translation>Schritte der Reise</translation>
    </message>
    <message>
        <source>This event is no longer recorded: the newest events have taken its place.</source>
        <translation>Dieses Ereignis ist nicht mehr aufgezeichnet: die neuesten sind an seine Stelle getreten.</translation>
    </message>
    <message>
        <source>Choose a message to see where it came from, what was decided and who got it.</source>
        <translation>Eine Nachricht wählen, um zu sehen, woher sie kam, was entschieden wurde und wer sie bekam.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::JourneyStrip</name>
    <message>
        <source>Choose a message to see its way.</source>
        <translation>Eine Nachricht wählen, um ihren Weg zu sehen.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::KitDialog</name>
    <message>
        <source>Make the kit</source>
        <translation>Paket erzeugen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A real device</source>
        <translation>Ein echtes Gerät</translation>
    </message>
    <message>
        <source>One zip file makes a Raspberry Pi, or any Linux machine with Python, a thing of this workspace: certificate, private key, root, addresses, a device of 40 lines and a script that installs it.</source>
        <translation>Eine Zip-Datei macht einen Raspberry Pi oder jeden Linux-Rechner mit Python zu einem Thing dieser Werkstatt: Zertifikat, privater Schlüssel, Wurzelzertifikat, Adressen, ein Gerät in 40 Zeilen und ein Skript, das es einrichtet.</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>Name of the thing</source>
        <translation>Name des Things</translation>
    </message>
    <message>
        <source>The name of a simulated device, as ev-gen-123, gives the real one its place</source>
        <translation>Unter dem Namen eines simulierten Geräts, etwa ev-gen-123, tritt das echte an dessen Stelle</translation>
    </message>
    <message>
        <source>Zip file</source>
        <translation>Zip-Datei</translation>
    </message>
    <message>
        <source>Zip file to write</source>
        <translation>Zip-Datei, die geschrieben wird</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Choose the zip file</source>
        <translation>Die Zip-Datei wählen</translation>
    </message>
    <message>
        <source>It dials</source>
        <translation>Es wählt</translation>
    </message>
    <message>
        <source>nothing: this machine is on no network</source>
        <translation>nichts: dieser Rechner ist in keinem Netz</translation>
    </message>
    <message>
        <source>%1 · port %2</source>
        <translation>%1 · Port %2</translation>
    </message>
    <message>
        <source>Nobody gets in yet: this workspace listens on %1, for this machine alone. The kit can be made; before the device connects, leave the console and start it so: %2</source>
        <translation>Noch kommt niemand herein: diese Werkstatt lauscht auf %1, nur für diesen Rechner. Das Paket lässt sich erzeugen; bevor das Gerät sich verbindet, beenden Sie die Konsole und starten sie so: %2</translation>
    </message>
    <message>
        <source>This machine&apos;s address is newer than the server&apos;s certificate. Start the console again before the device connects: that issues another.</source>
        <translation>Die Adresse dieses Rechners ist neuer als das Zertifikat des Servers. Starten Sie die Konsole neu, bevor das Gerät sich verbindet: dann wird ein neues ausgestellt.</translation>
    </message>
    <message>
        <source>The kit</source>
        <translation>Das Paket</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>A name has letters, digits, - _ and :, at most 128 of them.</source>
        <translation>Ein Name hat Buchstaben, Ziffern, - _ und :, höchstens 128.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>%1 is there already and would be replaced.</source>
        <translation>%1 gibt es schon und würde ersetzt.</translation>
    </message>
    <message>
        <source>Making keys and certificate …</source>
        <translation>Schlüssel und Zertifikat werden erzeugt …</translation>
    </message>
    <message>
        <source>The kit is written. It holds a private key: give it to that machine alone. With the Pi&apos;s name in place of raspberrypi.local, in a terminal:</source>
        <translation>Das Paket ist geschrieben. Es enthält einen privaten Schlüssel: geben Sie es nur diesem einen Rechner. Mit dem Namen des Pi anstelle von raspberrypi.local, in einem Terminal:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LabGuide</name>
    <message>
        <source>All labs</source>
        <translation>Alle Übungen</translation>
    </message>
    <message>
        <source>Leave the lab</source>
        <translation>Übung verlassen</translation>
    </message>
    <message>
        <source>No lab goes on</source>
        <translation>Keine Übung läuft</translation>
    </message>
    <message>
        <source>Choose one on the page of the labs.</source>
        <translation>Eine wird auf der Seite der Übungen gewählt.</translation>
    </message>
    <message>
        <source>%1 of %2 steps done: the lab is over</source>
        <translation>%1 von %2 Schritten getan: Die Übung ist zu Ende</translation>
    </message>
    <message>
        <source>Setting up …</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LabTile</name>
    <message>
        <source>Lab %1, %2: %3 of %4 steps done</source>
        <translation>Übung %1, %2: %3 von %4 Schritten getan</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 getan</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LabsWorkspace</name>
    <message>
        <source>Labs</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>There are no labs in this program&apos;s folder of labs.</source>
        <translation>Im Ordner dieses Programms sind keine Übungen.</translation>
    </message>
    <message>
        <source>A capture is looked at: labs are done where something happens.</source>
        <translation>Eine Aufzeichnung wird angesehen: Übungen macht man, wo etwas geschieht.</translation>
    </message>
    <message>
        <source>Show the map</source>
        <translation>Karte zeigen</translation>
    </message>
    <message>
        <source>Save this page …</source>
        <translation>Seite speichern …</translation>
    </message>
    <message>
        <source>What was done, when and with how much help, as Markdown</source>
        <translation>Was getan wurde, wann und mit wie viel Hilfe, als Markdown</translation>
    </message>
    <message>
        <source>Start the lab over</source>
        <translation>Übung von vorn</translation>
    </message>
    <message>
        <source>Takes back what the lab has made, and forgets what was done in it</source>
        <translation>Nimmt zurück, was die Übung angelegt hat, und vergisst, was darin getan wurde</translation>
    </message>
    <message>
        <source>Lab %1: %2</source>
        <translation>Übung %1: %2</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation>etwa %1 Minuten</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 getan</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Show the guide</source>
        <translation>Anleitung zeigen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>Seite speichern</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>Speichern ging nicht: %1</translation>
    </message>
    <message>
        <source>Tell the instructor how I am doing</source>
        <translation>Der Kursleitung mitteilen, wie weit ich bin</translation>
    </message>
    <message>
        <source>Join a class: its cloud in place of this workspace&apos;s</source>
        <translation>Einem Kurs beitreten: dessen Cloud statt der dieser Werkstatt</translation>
    </message>
    <message>
        <source>Leave the class, and go back to this workspace&apos;s cloud</source>
        <translation>Den Kurs verlassen, zurück zur Cloud dieser Werkstatt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LaneLegend</name>
    <message>
        <source>will armed</source>
        <translation>Will gespannt</translation>
    </message>
    <message>
        <source>will sent</source>
        <translation>Will gesendet</translation>
    </message>
    <message>
        <source>will withheld</source>
        <translation>Will zurückgehalten</translation>
    </message>
    <message>
        <source>session kept</source>
        <translation>Session behalten</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LanesView</name>
    <message>
        <source>Connections over time</source>
        <translation>Verbindungen über der Zeit</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>no limit</source>
        <comment>of a connection without keep-alive</comment>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>will sent</source>
        <translation>Will gesendet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>away</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LearnedList</name>
    <message>
        <source>What I learned</source>
        <translation>Was ich gelernt habe</translation>
    </message>
    <message>
        <source>What went wrong and works again is kept here.</source>
        <translation>Was schiefging und wieder geht, wird hier behalten.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LegendItem</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Draw against the left axis</source>
        <translation>An der linken Achse zeichnen</translation>
    </message>
    <message>
        <source>Draw against an axis on the right</source>
        <translation>An einer Achse rechts zeichnen</translation>
    </message>
    <message>
        <source>Remove from the plot</source>
        <translation>Aus dem Diagramm nehmen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LineTable</name>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Topics below</source>
        <translation>Topics darunter</translation>
    </message>
    <message>
        <source>From it</source>
        <translation>Von ihm</translation>
    </message>
    <message>
        <source>To it</source>
        <translation>An ihn</translation>
    </message>
    <message>
        <source>Pings</source>
        <translation>Pings</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>USD %1</source>
        <translation>USD %1</translation>
    </message>
    <message>
        <source>Share %1</source>
        <translation>Anteil %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ListExport</name>
    <message>
        <source>Another list is still being written.</source>
        <translation>Eine andere Liste wird noch geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The list is gone.</source>
        <translation>Die Liste ist weg.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LiveCard</name>
    <message>
        <source>Real device %1</source>
        <translation>Echtes Gerät %1</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Keep alive</source>
        <translation>Keep-Alive</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>Not simulated: it connected from outside this program, over TLS, with a certificate of its own</source>
        <translation>Nicht simuliert: von außerhalb dieses Programms verbunden, über TLS, mit eigenem Zertifikat</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>connected since %1</source>
        <translation>verbunden seit %1</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, um %2</translation>
    </message>
    <message>
        <source>%1 sent · %2 received</source>
        <translation>%1 gesendet · %2 empfangen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>none: a cut cable stays unnoticed</source>
        <translation>keines: ein getrenntes Kabel bleibt unbemerkt</translation>
    </message>
    <message>
        <source>Will armed</source>
        <translation>Will gespannt</translation>
    </message>
    <message>
        <source>No will</source>
        <translation>Kein Will</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>certificate %1 d</source>
        <translation>Zertifikat %1 T</translation>
    </message>
    <message>
        <source>Its certificate ended at %1: the gateway will not let it in again.</source>
        <translation>Sein Zertifikat endete am %1: das Gateway lässt es nicht wieder ein.</translation>
    </message>
    <message>
        <source>Its certificate ends at %1.</source>
        <translation>Sein Zertifikat endet am %1.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>From this machine to the device and back, as TCP measures it</source>
        <translation>Von diesem Rechner zum Gerät und zurück, wie TCP sie misst</translation>
    </message>
    <message>
        <source>Its clock</source>
        <translation>Seine Uhr</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>not told by its messages</source>
        <translation>in seinen Nachrichten nicht genannt</translation>
    </message>
    <message>
        <source>A JSON message with &quot;timestamp&quot;, milliseconds since 1970, tells it</source>
        <translation>Eine JSON-Nachricht mit &quot;timestamp&quot;, Millisekunden seit 1970, nennt sie</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>geht richtig</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 vor</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 nach</translation>
    </message>
    <message>
        <source>By the timestamps of its messages; their way here makes a clock look that much slower</source>
        <translation>Nach den Zeitstempeln seiner Nachrichten; um deren Weg hierher scheint eine Uhr nachzugehen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LivePlot</name>
    <message>
        <source>Live plot</source>
        <translation>Live-Plot</translation>
    </message>
    <message>
        <source>Plot of the chosen fields</source>
        <translation>Diagramm der gewählten Felder</translation>
    </message>
    <message>
        <source>Fields appear when a device reports.</source>
        <translation>Felder erscheinen, wenn ein Gerät meldet.</translation>
    </message>
    <message>
        <source>Device to plot</source>
        <translation>Gezeichnetes Gerät</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>60 s</source>
        <translation>60 s</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Choose the fields to plot</source>
        <translation>Gezeichnete Felder wählen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Freeze the plot</source>
        <translation>Diagramm einfrieren</translation>
    </message>
    <message>
        <source>No fields yet</source>
        <translation>Noch keine Felder</translation>
    </message>
</context>
<context>
    <name>greensward::ui::LogMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Since the row before</source>
        <translation>Seit der Zeile davor</translation>
    </message>
    <message>
        <source>Since the selected row</source>
        <translation>Seit der gewählten Zeile</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Höchstens behalten</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MainWindow</name>
    <message>
        <source>%1 (capture) · Greensward</source>
        <translation>%1 (Aufzeichnung) · Greensward</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Learn: the guide beside everything</source>
        <translation>Lernen: die Anleitung neben allem</translation>
    </message>
    <message>
        <source>Explore: all panels</source>
        <translation>Erkunden: alle Felder</translation>
    </message>
    <message>
        <source>Present: large and clear, for a projector</source>
        <translation>Vorführen: groß und klar, für einen Projektor</translation>
    </message>
    <message>
        <source>Compact: dense rows, for a small screen</source>
        <translation>Kompakt: dichte Zeilen, für kleine Bildschirme</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Run a command …</source>
        <translation>Befehl ausführen …</translation>
    </message>
    <message>
        <source>Go to a topic, client or message …</source>
        <translation>Zu Topic, Client oder Nachricht gehen …</translation>
    </message>
    <message>
        <source>Pause or resume all views</source>
        <translation>Alle Ansichten anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriges Feld</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Diese Liste filtern</translation>
    </message>
    <message>
        <source>Leave what is open</source>
        <translation>Offenes verlassen</translation>
    </message>
    <message>
        <source>Why? Explain what is chosen</source>
        <translation>Warum? Das Gewählte erklären</translation>
    </message>
    <message>
        <source>Previous message of the topic</source>
        <translation>Vorige Nachricht des Topics</translation>
    </message>
    <message>
        <source>Next message of the topic</source>
        <translation>Nächste Nachricht des Topics</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Export this list …</source>
        <translation>Diese Liste exportieren …</translation>
    </message>
    <message>
        <source>How much of a session is kept …</source>
        <translation>Wie viel einer Sitzung aufgehoben wird …</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Back to the scope before</source>
        <translation>Zurück zum Ausschnitt davor</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen Hell und Dunkel wechseln</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Thema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Thema</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Dense or usual rows</source>
        <translation>Dichte oder übliche Zeilen</translation>
    </message>
    <message>
        <source>Motion on or off</source>
        <translation>Bewegung an oder aus</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>Projector mode on or off</source>
        <translation>Projektormodus an oder aus</translation>
    </message>
    <message>
        <source>Presenter notes</source>
        <translation>Vortragsnotizen</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Show or hide the guide</source>
        <translation>Anleitung zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>The first page</source>
        <translation>Die erste Seite</translation>
    </message>
    <message>
        <source>Play the first minute again</source>
        <translation>Die erste Minute noch einmal</translation>
    </message>
    <message>
        <source>Show or hide the panels at the bottom</source>
        <translation>Die Felder unten zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>There is no list here to export.</source>
        <translation>Hier ist keine Liste zum Exportieren.</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Diese Liste exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON Lines (*.jsonl)</source>
        <translation>CSV (*.csv);;JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Keep the last session</source>
        <translation>Letzte Sitzung aufheben</translation>
    </message>
    <message>
        <source>MiB of a session that are kept in the data directory, so that it can be reopened after the next start. 0 keeps nothing and removes what is there. Applies from the next start.</source>
        <translation>MiB einer Sitzung, die im Datenverzeichnis aufgehoben werden, damit sie nach dem nächsten Start wieder geöffnet werden kann. 0 hebt nichts auf und entfernt, was da ist. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in %1</source>
        <translation>
            <numerusform>%n Zeile ist in %1</numerusform>
            <numerusform>%n Zeilen sind in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Dichte Zeilen</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>A topic, client, workspace or message number</source>
        <translation>Ein Topic, Client, Arbeitsbereich oder die Nummer einer Nachricht</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>A hint for the step of the lab</source>
        <translation>Ein Hinweis zum Schritt der Übung</translation>
    </message>
    <message>
        <source>Check the step of the lab again</source>
        <translation>Schritt der Übung noch einmal prüfen</translation>
    </message>
    <message>
        <source>Follow this message: its journey</source>
        <translation>Dieser Nachricht folgen: ihre Reise</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MapModel</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>nie verbunden</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet sich</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>%1 rpm · %2 kW</source>
        <translation>%1 U/min · %2 kW</translation>
    </message>
    <message>
        <source>Water on · %1 l/min</source>
        <translation>Wasser an · %1 l/min</translation>
    </message>
    <message>
        <source>Water off · soil %1 %</source>
        <translation>Wasser aus · Boden %1 %</translation>
    </message>
    <message>
        <source>Water off</source>
        <translation>Wasser aus</translation>
    </message>
    <message>
        <source>Turbines</source>
        <translation>Turbinen</translation>
    </message>
    <message>
        <source>Sprinklers</source>
        <translation>Sprinkler</translation>
    </message>
    <message>
        <source>cable pulled, quiet</source>
        <translation>Kabel gezogen, still</translation>
    </message>
    <message>
        <source>%1 · %2 online</source>
        <translation>%1 · %2 online</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>on this laptop</source>
        <translation>auf diesem Laptop</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 Client</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 Clients</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>%1 Nachr./s</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>Diese Konsole</translation>
    </message>
    <message>
        <source>sends %1 · gets %2</source>
        <translation>sendet %1 · bekommt %2</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>connected, quiet</source>
        <translation>verbunden, still</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Plug in</source>
        <translation>Einstecken</translation>
    </message>
    <message>
        <source>Pull cable</source>
        <translation>Kabel ziehen</translation>
    </message>
    <message>
        <source>Plug in the cable of %1</source>
        <translation>Kabel von %1 einstecken</translation>
    </message>
    <message>
        <source>Pull the cable of %1</source>
        <translation>Kabel von %1 ziehen</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Absturz</translation>
    </message>
    <message>
        <source>Crash %1</source>
        <translation>%1 abstürzen lassen</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Heilen</translation>
    </message>
    <message>
        <source>Heal the faults of %1</source>
        <translation>Störungen von %1 heilen</translation>
    </message>
    <message>
        <source>Water on</source>
        <translation>Wasser an</translation>
    </message>
    <message>
        <source>Turn the water of %1 on</source>
        <translation>Wasser von %1 anstellen</translation>
    </message>
    <message>
        <source>Turn the water of %1 off</source>
        <translation>Wasser von %1 abstellen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Falten</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Entfalten</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Nur dies zeigen</translation>
    </message>
    <message>
        <source>Show only what %1 sends</source>
        <translation>Nur zeigen, was %1 sendet</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>no group deployed</source>
        <translation>keine Gruppe verteilt</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Edge</translation>
    </message>
    <message>
        <source>Pull the cable from %1 to the cloud</source>
        <translation>Das Kabel von %1 zur Cloud ziehen</translation>
    </message>
    <message>
        <source>Plug in the cable from %1 to the cloud</source>
        <translation>Das Kabel von %1 zur Cloud einstecken</translation>
    </message>
    <message>
        <source>1 message waits</source>
        <translation>1 Nachricht wartet</translation>
    </message>
    <message>
        <source>%1 messages wait</source>
        <translation>%1 Nachrichten warten</translation>
    </message>
    <message>
        <source>1 device</source>
        <translation>1 Gerät</translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation>%1 Geräte</translation>
    </message>
    <message>
        <source>Cut WAN</source>
        <translation>WAN trennen</translation>
    </message>
    <message>
        <source>Join WAN</source>
        <translation>WAN verbinden</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MapPlaces</name>
    <message>
        <source>Move a node</source>
        <translation>Knoten verschieben</translation>
    </message>
    <message>
        <source>Auto layout</source>
        <translation>Von selbst anordnen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MapTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Will</source>
        <translation>Will</translation>
    </message>
    <message>
        <source>simulated device</source>
        <translation>simuliertes Gerät</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>group of %1</source>
        <translation>Gruppe von %1</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>gespannt</translation>
    </message>
    <message>
        <source>Greengrass core</source>
        <translation>Greengrass-Core</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MapView</name>
    <message>
        <source>Live map</source>
        <translation>Live-Karte</translation>
    </message>
    <message>
        <source>%1, a group: %2</source>
        <translation>%1, eine Gruppe: %2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>its will was sent</source>
        <translation>sein Will wurde gesendet</translation>
    </message>
    <message>
        <source>its will is armed</source>
        <translation>sein Will ist gespannt</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n Störung</numerusform>
            <numerusform>%n Störungen</numerusform>
        </translation>
    </message>
    <message>
        <source>sends %1</source>
        <translation>sendet %1</translation>
    </message>
    <message>
        <source>receives %1</source>
        <translation>empfängt %1</translation>
    </message>
    <message>
        <source>Show its messages</source>
        <translation>Seine Nachrichten zeigen</translation>
    </message>
    <message>
        <source>What happens when the cable of %1 is pulled?</source>
        <translation>Was geschieht, wenn das Kabel von %1 gezogen wird?</translation>
    </message>
    <message>
        <source>%1, %2/s</source>
        <translation>%1, %2/s</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 to the gateway: %2
The gateway to %1: %3
Click to show only this in every view.</source>
        <translation>%1 an das Gateway: %2
Das Gateway an %1: %3
Klicken, um nur dies in jeder Ansicht zu zeigen.</translation>
    </message>
    <message>
        <source>Last will of %1</source>
        <translation>Last Will von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n last will(s)</source>
        <translation>
            <numerusform>%n Last Will</numerusform>
            <numerusform>%n Last Wills</numerusform>
        </translation>
    </message>
    <message>
        <source>its shadow differs</source>
        <translation>sein Shadow weicht ab</translation>
    </message>
    <message>
        <source>its shadow is in sync</source>
        <translation>sein Shadow ist im Gleichstand</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MapWorkspace</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Live map</source>
        <translation>Live-Karte</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Kleiner (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Everything in sight (0)</source>
        <translation>Alles im Blick (0)</translation>
    </message>
    <message>
        <source>Auto layout</source>
        <translation>Von selbst anordnen</translation>
    </message>
    <message>
        <source>The same as a table (Ctrl+Shift+M)</source>
        <translation>Dasselbe als Tabelle (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Map as a table</source>
        <translation>Karte als Tabelle</translation>
    </message>
    <message>
        <source>Nobody is connected to the gateway.</source>
        <translation>Niemand ist mit dem Gateway verbunden.</translation>
    </message>
    <message>
        <source>Start a turbine</source>
        <translation>Turbine starten</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>%1 Nachr./s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>What moves is chosen by %1; who stands here, by from: alone</source>
        <translation>Was sich bewegt, wählt %1; wer hier steht, from: allein</translation>
    </message>
    <message>
        <source>Map or table</source>
        <translation>Karte oder Tabelle</translation>
    </message>
    <message>
        <source>Everything in sight</source>
        <translation>Alles im Blick</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Pull or plug in the cable of the chosen device</source>
        <translation>Kabel des gewählten Geräts ziehen oder einstecken</translation>
    </message>
    <message>
        <source>Show only the chosen node in every view</source>
        <translation>Nur den gewählten Knoten in jeder Ansicht zeigen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MatrixView</name>
    <message>
        <source>Routes: from whom in rows, to whom in columns</source>
        <translation>Routen: von wem in Zeilen, zu wem in Spalten</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MessageLogModel</name>
    <message>
        <source>%1%2.%3 s</source>
        <comment>a time span: sign, seconds, milliseconds</comment>
        <translation>%1%2,%3 s</translation>
    </message>
    <message>
        <source>Published with the retain flag: the broker keeps it for who subscribes later.</source>
        <translation>Mit dem Retain-Flag veröffentlicht: der Broker behält sie für spätere Abonnenten.</translation>
    </message>
    <message>
        <source>Trimmed, %1 → %2</source>
        <translation>Gekürzt, %1 → %2</translation>
    </message>
    <message>
        <source>trimmed, %1 → %2: %3</source>
        <translation>gekürzt, %1 → %2: %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation>Seit voriger</translation>
    </message>
    <message>
        <source>Since selected</source>
        <translation>Seit gewählter</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MessageLogView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Jump to the newest message</source>
        <translation>Zur neuesten Nachricht springen</translation>
    </message>
    <message>
        <source>+%1 new · Jump to live</source>
        <translation>+%1 neu · Zur Gegenwart</translation>
    </message>
    <message>
        <source>Jump to live</source>
        <translation>Zur Gegenwart</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MessageView</name>
    <message>
        <source>Format of the payload</source>
        <translation>Format der Payload</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Payload of the message</source>
        <translation>Payload der Nachricht</translation>
    </message>
    <message>
        <source>Choose a message to read it.</source>
        <translation>Wählen Sie eine Nachricht, um sie zu lesen.</translation>
    </message>
    <message>
        <source>(an empty payload)</source>
        <translation>(leere Payload)</translation>
    </message>
    <message>
        <source>(this is no text: see Hex)</source>
        <translation>(das ist kein Text: siehe Hex)</translation>
    </message>
    <message>
        <source>… only the beginning of it is still known</source>
        <translation>… nur noch der Anfang ist bekannt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MomentsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MomentsTable</name>
    <message>
        <source>What happened to the chosen client</source>
        <translation>Was dem gewählten Client geschah</translation>
    </message>
</context>
<context>
    <name>greensward::ui::MonthTable</name>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Units a month</source>
        <translation>Einheiten im Monat</translation>
    </message>
    <message>
        <source>USD a month</source>
        <translation>USD im Monat</translation>
    </message>
</context>
<context>
    <name>greensward::ui::NewDeviceDialog</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Create certificate</source>
        <translation>Zertifikat anlegen</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Neues Gerät</translation>
    </message>
    <message>
        <source>New certificate for %1</source>
        <translation>Neues Zertifikat für %1</translation>
    </message>
    <message>
        <source>for example turbine-7</source>
        <translation>etwa turbine-7</translation>
    </message>
    <message>
        <source>Name of the thing</source>
        <translation>Name des Things</translation>
    </message>
    <message>
        <source>Policy of its certificate</source>
        <translation>Policy seines Zertifikats</translation>
    </message>
    <message>
        <source>A new one, for this device alone</source>
        <translation>Eine neue, nur für dieses Gerät</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Folder for certificate, private key and root</source>
        <translation>Ordner für Zertifikat, privaten Schlüssel und Wurzel</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Den Ordner wählen</translation>
    </message>
    <message>
        <source>Three files are written: the certificate, the private key (for you alone to read) and the root that the device is to trust. The key is shown nowhere and kept nowhere else: who loses it makes a new certificate.</source>
        <translation>Drei Dateien werden geschrieben: das Zertifikat, der private Schlüssel (nur für Sie lesbar) und die Wurzel, der das Gerät trauen soll. Der Schlüssel wird nirgends gezeigt und sonst nirgends behalten: wer ihn verliert, macht ein neues Zertifikat.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder for the device&apos;s files</source>
        <translation>Ordner für die Dateien des Geräts</translation>
    </message>
    <message>
        <source>There is a thing of this name already.</source>
        <translation>Ein Thing dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Making keys …</source>
        <translation>Schlüssel werden gemacht …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::NewFunctionDialog</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New function</source>
        <translation>Neue Funktion</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Template to begin with</source>
        <translation>Vorlage für den Anfang</translation>
    </message>
    <message>
        <source>Name of the function</source>
        <translation>Name der Funktion</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Letters without accents, digits, - and _ alone, 64 at most.</source>
        <translation>Nur Buchstaben ohne Akzente, Ziffern, - und _, höchstens 64.</translation>
    </message>
    <message>
        <source>There is a function of this name already.</source>
        <translation>Eine Funktion dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Python 3, with the role %1, which allows nothing and is made if it is not there. Functions for Node.js and other runtimes are made with the AWS CLI.</source>
        <translation>Python 3, mit der Rolle %1, die nichts erlaubt und angelegt wird, wenn es sie nicht gibt. Funktionen für Node.js und andere Laufzeiten entstehen mit der AWS CLI.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::NewGroupDialog</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Core</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>for example lawn</source>
        <translation>zum Beispiel rasen</translation>
    </message>
    <message>
        <source>Thing of the core</source>
        <translation>Thing des Cores</translation>
    </message>
    <message>
        <source>The core is made with a thing and a certificate of its own, and starts on this computer. Then come the core definition, the group with its first version, and the two roles where they are missing: %1 for the account, %2 for the group.</source>
        <translation>Der Core wird mit eigenem Thing und eigenem Zertifikat angelegt und startet auf diesem Rechner. Dann kommen die Core-Definition, die Gruppe mit ihrer ersten Version und, wo sie fehlen, die beiden Rollen: %1 für das Konto, %2 für die Gruppe.</translation>
    </message>
    <message>
        <source>No core runs on this computer: choose a thing that has a certificate. It becomes the core of the group wherever you start it with that certificate.</source>
        <translation>Auf diesem Rechner läuft kein Core: Wählen Sie ein Thing, das ein Zertifikat hat. Es wird der Core der Gruppe, wo auch immer Sie ihn mit diesem Zertifikat starten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is a group of this name already.</source>
        <translation>Eine Gruppe dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>A core&apos;s name has 1 to 124 letters, digits, “:”, “_” or “-”.</source>
        <translation>Der Name eines Cores hat 1 bis 124 Buchstaben, Ziffern, „:“, „_“ oder „-“.</translation>
    </message>
    <message>
        <source>This core belongs to another group.</source>
        <translation>Dieser Core gehört zu einer anderen Gruppe.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::NodeCard</name>
    <message>
        <source>What can be done with it</source>
        <translation>Was man damit tun kann</translation>
    </message>
    <message>
        <source>What can be done with %1</source>
        <translation>Was man mit %1 tun kann</translation>
    </message>
</context>
<context>
    <name>greensward::ui::NodePanel</name>
    <message>
        <source>Choose a node to see what it does and to break it.</source>
        <translation>Einen Knoten wählen, um zu sehen, was er tut, und ihn zu stören.</translation>
    </message>
    <message>
        <source>Show its messages</source>
        <translation>Seine Nachrichten zeigen</translation>
    </message>
    <message>
        <source>SIM · TLS</source>
        <translation>SIM · TLS</translation>
    </message>
    <message>
        <source>SIM · in memory</source>
        <translation>SIM · im Speicher</translation>
    </message>
    <message>
        <source>Will sent</source>
        <translation>Will gesendet</translation>
    </message>
    <message>
        <source>Will armed</source>
        <translation>Will gespannt</translation>
    </message>
    <message>
        <source>No will armed</source>
        <translation>Kein Will gespannt</translation>
    </message>
    <message>
        <source>%1 · %2/s</source>
        <translation>%1 · %2/s</translation>
    </message>
    <message>
        <source>nothing now</source>
        <translation>nichts zurzeit</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>none is deployed</source>
        <translation>keine verteilt</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>Lokaler Port</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>Said locally</source>
        <translation>Lokal gesagt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Lost, no room</source>
        <translation>Verloren, kein Platz</translation>
    </message>
    <message>
        <source>Said to cloud</source>
        <translation>In die Cloud gesagt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Copy as AWS CLI</source>
        <translation>Als AWS CLI kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take it back (Ctrl+Z)</source>
        <translation>Zurücknehmen (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Den Hinweis schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PaletteModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PanelDock</name>
    <message>
        <source>Detach %1</source>
        <translation>%1 ablösen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PassageSteps</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>at it</source>
        <translation>dabei</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PasswordDialog</name>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Ben&amp;utzername</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>never written to a file</source>
        <translation>steht nie in einer Datei</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Verbin&amp;den</translation>
    </message>
    <message>
        <source>%1 did not take this user name and password.</source>
        <translation>%1 hat diesen Benutzernamen mit diesem Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 needs its password; it was not kept.</source>
        <translation>%1 braucht sein Passwort; es wurde nicht aufgehoben.</translation>
    </message>
    <message>
        <source>What %1 is to know this console by.</source>
        <translation>Woran %1 diese Konsole erkennen soll.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PayloadInspector</name>
    <message>
        <source>Choose a message to see what is in it.</source>
        <translation>Eine Nachricht wählen, um zu sehen, was darin ist.</translation>
    </message>
    <message>
        <source>Way of showing the payload</source>
        <translation>Darstellung der Payload</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Fields of the payload</source>
        <translation>Felder der Payload</translation>
    </message>
    <message>
        <source>Payload as text</source>
        <translation>Payload als Text</translation>
    </message>
    <message>
        <source>Payload octet by octet</source>
        <translation>Payload Byte für Byte</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Plot the chosen number</source>
        <translation>Gewählte Zahl zeichnen</translation>
    </message>
    <message>
        <source>Filter =</source>
        <translation>Filter =</translation>
    </message>
    <message>
        <source>Keep only messages with this value</source>
        <translation>Nur Nachrichten mit diesem Wert behalten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy value, path or the whole payload</source>
        <translation>Wert, Pfad oder ganze Payload kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy whole payload</source>
        <translation>Ganze Payload kopieren</translation>
    </message>
    <message>
        <source>Plot this number</source>
        <translation>Diese Zahl zeichnen</translation>
    </message>
    <message>
        <source>Heed this field in differences</source>
        <translation>Dieses Feld in Vergleichen beachten</translation>
    </message>
    <message>
        <source>Ignore this field in differences</source>
        <translation>Dieses Feld in Vergleichen ignorieren</translation>
    </message>
    <message>
        <source>Previous message of this topic</source>
        <translation>Vorige Nachricht dieses Topics</translation>
    </message>
    <message>
        <source>Previous message of this topic (Alt+Up)</source>
        <translation>Vorige Nachricht dieses Topics (Alt+Auf)</translation>
    </message>
    <message>
        <source>Next message of this topic</source>
        <translation>Nächste Nachricht dieses Topics</translation>
    </message>
    <message>
        <source>Next message of this topic (Alt+Down)</source>
        <translation>Nächste Nachricht dieses Topics (Alt+Ab)</translation>
    </message>
    <message>
        <source>Only a part of it is kept here: that has no tree.</source>
        <translation>Nur ein Teil davon ist hier behalten: der hat keinen Baum.</translation>
    </message>
    <message>
        <source>Not JSON: shown as it was sent.</source>
        <translation>Kein JSON: gezeigt, wie es gesendet wurde.</translation>
    </message>
    <message>
        <source>Not text (octets that are no UTF-8, or control characters): shown octet by octet.</source>
        <translation>Kein Text (Bytes, die kein UTF-8 sind, oder Steuerzeichen): Byte für Byte gezeigt.</translation>
    </message>
    <message>
        <source>The payload is empty.</source>
        <translation>Die Payload ist leer.</translation>
    </message>
    <message>
        <source>Long lines are broken here; Copy gives them as they were sent.</source>
        <translation>Lange Zeilen sind hier umgebrochen; Kopieren gibt sie, wie sie gesendet wurden.</translation>
    </message>
    <message>
        <source>newest, following</source>
        <translation>neueste, folgend</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>no longer in the log</source>
        <translation>nicht mehr im Log</translation>
    </message>
    <message>
        <source>Secrets are shortened while others look on: these are the octets of the shortened text.</source>
        <translation>Geheimes ist gekürzt, solange andere zusehen: dies sind die Oktette des gekürzten Textes.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PayloadModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PemFields</name>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Choose the &amp;folder of certificates …</source>
        <translation>Ordner mit Zerti&amp;fikaten wählen …</translation>
    </message>
    <message>
        <source>Choose the folder of certificates</source>
        <translation>Ordner mit Zertifikaten wählen</translation>
    </message>
    <message>
        <source>Or drop the folder here. Which file is what is read from the files, not from their names.</source>
        <translation>Oder den Ordner hier ablegen. Was eine Datei ist, sagt ihr Inhalt, nicht ihr Name.</translation>
    </message>
    <message>
        <source>&amp;Root certificate</source>
        <translation>Wur&amp;zelzertifikat</translation>
    </message>
    <message>
        <source>this system&apos;s roots</source>
        <translation>die Wurzeln dieses Systems</translation>
    </message>
    <message>
        <source>&amp;Device certificate</source>
        <translation>&amp;Gerätezertifikat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Privater S&amp;chlüssel</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>About the file: %1</source>
        <translation>Zur Datei: %1</translation>
    </message>
    <message>
        <source>The folder of certificates</source>
        <translation>Der Ordner mit den Zertifikaten</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>! %1</source>
        <translation>! %1</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PhoneDialog</name>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>The page of the telephone shows the turbines and switches the sprinkler, as MQTT over WebSocket. A browser of this machine opens it:</source>
        <translation>Die Seite des Telefons zeigt die Turbinen und schaltet den Sprinkler, mit MQTT über WebSocket. Ein Browser dieses Rechners öffnet sie:</translation>
    </message>
    <message>
        <source>Scan it with a telephone on the same network. Its page shows the turbines and switches the sprinkler, as MQTT over WebSocket, with a key that is borrowed for an hour.</source>
        <translation>Lesen Sie ihn mit einem Telefon im selben Netz. Seine Seite zeigt die Turbinen und schaltet den Sprinkler, mit MQTT über WebSocket und einem Schlüssel, der für eine Stunde geliehen ist.</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Adresse der Seite</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open in a browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>No telephone gets there: this workspace listens on %1, for this machine alone. To let the network in, leave the console and start it so:</source>
        <translation>Dorthin kommt kein Telefon: diese Werkstatt lauscht auf %1, nur für diesen Rechner. Um das Netz hereinzulassen, beenden Sie die Konsole und starten sie so:</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>QR-Code von %1</translation>
    </message>
    <message>
        <source>In this window</source>
        <translation>In diesem Fenster</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PhoneWorkspace</name>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Come in</source>
        <translation>Hereinkommen</translation>
    </message>
    <message>
        <source>It has neither certificate nor account. It borrows a key as a guest, signs an address with it, and speaks MQTT through the WebSocket behind that address, as a page on a telephone does.</source>
        <translation>Es hat weder Zertifikat noch Konto. Es leiht sich als Gast einen Schlüssel, signiert damit eine Adresse und spricht MQTT durch den WebSocket hinter dieser Adresse, so wie eine Seite auf einem Telefon.</translation>
    </message>
    <message>
        <source>in</source>
        <translation>drin</translation>
    </message>
    <message>
        <source>coming in</source>
        <translation>kommt herein</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>draußen</translation>
    </message>
    <message>
        <source>%1, with the key %2 until %3</source>
        <translation>%1, mit dem Schlüssel %2 bis %3</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Hinausgehen</translation>
    </message>
    <message>
        <source>Come in again</source>
        <translation>Noch einmal hereinkommen</translation>
    </message>
    <message>
        <source>MQTT over this WebSocket: %1 octets sent, %2 received, %3 messages of the turbine</source>
        <translation>MQTT über diesen WebSocket: %1 Oktette gesendet, %2 empfangen, %3 Nachrichten der Turbine</translation>
    </message>
    <message>
        <source>Come in as a guest, or leave</source>
        <translation>Als Gast hereinkommen, oder hinausgehen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PlaceCard</name>
    <message>
        <source>In the cloud of a class: %1, as %2</source>
        <translation>In der Cloud eines Kurses: %1, als %2</translation>
    </message>
    <message>
        <source>In this workspace&apos;s own cloud</source>
        <translation>In der eigenen Cloud dieser Werkstatt</translation>
    </message>
    <message>
        <source>Leave the class</source>
        <translation>Kurs verlassen</translation>
    </message>
    <message>
        <source>Join a class …</source>
        <translation>Einem Kurs beitreten …</translation>
    </message>
    <message>
        <source>Back to this workspace&apos;s own cloud</source>
        <translation>Zurück zur eigenen Cloud dieser Werkstatt</translation>
    </message>
    <message>
        <source>With the folder that the instructor gave you: its cloud takes the place of this workspace&apos;s for labs and Security</source>
        <translation>Mit dem Ordner, den Ihnen die Kursleitung gegeben hat: Deren Cloud tritt für Übungen und Sicherheit an die Stelle der eigenen</translation>
    </message>
    <message>
        <source>The folder of your seat in the class (greensward-seat-…)</source>
        <translation>Der Ordner Ihres Platzes im Kurs (greensward-seat-…)</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PlayerBar</name>
    <message>
        <source>Player of the capture</source>
        <translation>Abspieler der Aufzeichnung</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed of a player</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>How fast the capture is played</source>
        <translation>Wie schnell die Aufzeichnung abgespielt wird</translation>
    </message>
    <message>
        <source>Moment of the capture</source>
        <translation>Zeitpunkt der Aufzeichnung</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Show everything that was recorded</source>
        <translation>Alles zeigen, was aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>Show the capture to its end</source>
        <translation>Aufzeichnung bis zum Ende zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause the capture</source>
        <translation>Aufzeichnung anhalten</translation>
    </message>
    <message>
        <source>Play the capture</source>
        <translation>Aufzeichnung abspielen</translation>
    </message>
    <message>
        <source>Pause the capture (Space)</source>
        <translation>Aufzeichnung anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Play the capture along its own clock (Space); at its end, from the start</source>
        <translation>Aufzeichnung nach ihrer eigenen Uhr abspielen (Leertaste); am Ende wieder von vorn</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>clock times in a capture</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Anmerkung</numerusform>
            <numerusform>%n Anmerkungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greensward::ui::PlotCanvas</name>
    <message>
        <source>time of %1</source>
        <translation>Zeit aus %1</translation>
    </message>
    <message>
        <source>place in the array</source>
        <translation>Platz im Array</translation>
    </message>
    <message>
        <source>Plot %1</source>
        <translation>Diagramm %1</translation>
    </message>
    <message>
        <source>The table of values says the same in text.</source>
        <translation>Die Tabelle der Werte sagt dasselbe als Text.</translation>
    </message>
    <message>
        <source>Over %1. The table of values says the same in text.</source>
        <translation>Über %1. Die Tabelle der Werte sagt dasselbe als Text.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Greensward plot</source>
        <translation>Greensward-Diagramm</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PlotExport</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PlotLegend</name>
    <message>
        <source>Reading the log …</source>
        <translation>Das Log wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n older point(s) merged into lows and highs</source>
        <translation>
            <numerusform>%n älterer Punkt in Tiefs und Hochs zusammengefasst</numerusform>
            <numerusform>%n ältere Punkte in Tiefs und Hochs zusammengefasst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greensward::ui::PlotView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Drag a number of a message here, or choose one.</source>
        <translation>Eine Zahl einer Nachricht hierher ziehen oder eine wählen.</translation>
    </message>
    <message>
        <source>Add series …</source>
        <translation>Reihe hinzufügen …</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1, plot %2</source>
        <translation>%1, Diagramm %2</translation>
    </message>
    <message>
        <source>Plot %1</source>
        <translation>Diagramm %1</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>Dem Neuesten folgen</translation>
    </message>
    <message>
        <source>Time shown in plot %1</source>
        <translation>In Diagramm %1 gezeigte Zeit</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Show the whole session</source>
        <translation>Die ganze Sitzung zeigen</translation>
    </message>
    <message>
        <source>Draw over</source>
        <translation>Zeichnen über</translation>
    </message>
    <message>
        <source>Save as PNG …</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>Save the points as CSV …</source>
        <translation>Die Punkte als CSV speichern …</translation>
    </message>
    <message>
        <source>Remove all series</source>
        <translation>Alle Reihen entfernen</translation>
    </message>
    <message>
        <source>Plot %1, frozen</source>
        <translation>Diagramm %1, eingefroren</translation>
    </message>
    <message>
        <source>Time of arrival</source>
        <translation>Zeit der Ankunft</translation>
    </message>
    <message>
        <source>A time in the message</source>
        <translation>Eine Zeit in der Nachricht</translation>
    </message>
    <message>
        <source>A number of the message</source>
        <translation>Eine Zahl der Nachricht</translation>
    </message>
    <message>
        <source>The place in the array</source>
        <translation>Der Platz im Array</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation>Vektorgrafik (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Save plot %1</source>
        <translation>Diagramm %1 speichern</translation>
    </message>
    <message>
        <source>A plot is saved as .png, .svg or .csv.</source>
        <translation>Ein Diagramm wird als .png, .svg oder .csv gespeichert.</translation>
    </message>
    <message>
        <source>Plot %1 shows that number already.</source>
        <translation>Diagramm %1 zeigt diese Zahl schon.</translation>
    </message>
    <message>
        <source>Plot %1 has eight series; remove one first.</source>
        <translation>Diagramm %1 hat acht Reihen; zuerst eine entfernen.</translation>
    </message>
    <message>
        <source>What was dropped is not a number of a message.</source>
        <translation>Was abgelegt wurde, ist keine Zahl einer Nachricht.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PlotsWorkspace</name>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>It chooses the event marks; the series stay as they were picked</source>
        <translation>Er wählt die Ereignismarken; die Reihen bleiben, wie sie gewählt wurden</translation>
    </message>
    <message>
        <source>Add series …</source>
        <translation>Reihe hinzufügen …</translation>
    </message>
    <message>
        <source>Choose a number of a message for the plot that is marked</source>
        <translation>Eine Zahl einer Nachricht für das markierte Diagramm wählen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n plot(s)</source>
        <translation>
            <numerusform>%n Diagramm zeigen</numerusform>
            <numerusform>%n Diagramme zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The plots as a table (Ctrl+Shift+M)</source>
        <translation>Die Diagramme als Tabelle (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>Alle Reihen</translation>
    </message>
    <message>
        <source>Newest points of the chosen series</source>
        <translation>Neueste Punkte der gewählten Reihe</translation>
    </message>
    <message>
        <source>Add a series …</source>
        <translation>Reihe hinzufügen …</translation>
    </message>
    <message>
        <source>Freeze or resume the plot</source>
        <translation>Diagramm einfrieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Follow the newest points</source>
        <translation>Den neuesten Punkten folgen</translation>
    </message>
    <message>
        <source>Show the whole session</source>
        <translation>Die ganze Sitzung zeigen</translation>
    </message>
    <message>
        <source>Draw the plot over …</source>
        <translation>Diagramm zeichnen über …</translation>
    </message>
    <message>
        <source>Remove all series of the plot</source>
        <translation>Alle Reihen des Diagramms entfernen</translation>
    </message>
    <message>
        <source>Next plot</source>
        <translation>Nächstes Diagramm</translation>
    </message>
    <message>
        <source>Plots as a table</source>
        <translation>Diagramme als Tabelle</translation>
    </message>
    <message>
        <source>Save the plot as PNG …</source>
        <translation>Diagramm als PNG speichern …</translation>
    </message>
    <message>
        <source>Save the plot as SVG …</source>
        <translation>Diagramm als SVG speichern …</translation>
    </message>
    <message>
        <source>Save the points as CSV …</source>
        <translation>Die Punkte als CSV speichern …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PointTableModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PolicyPage</name>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>New policy …</source>
        <translation>Neue Policy …</translation>
    </message>
    <message>
        <source>Write a new policy</source>
        <translation>Eine neue Policy schreiben</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Policys</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>Name der Policy</translation>
    </message>
    <message>
        <source>Version of the policy</source>
        <translation>Version der Policy</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Sichern (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>What can be done with the policy</source>
        <translation>Was man mit der Policy tun kann</translation>
    </message>
    <message>
        <source>Policy document</source>
        <translation>Text der Policy</translation>
    </message>
    <message>
        <source>Go to this place</source>
        <translation>An diese Stelle gehen</translation>
    </message>
    <message>
        <source>Version %1, counts</source>
        <translation>Version %1, gilt</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>A new policy counts once it is attached.</source>
        <translation>Eine neue Policy gilt, sobald sie angehängt ist.</translation>
    </message>
    <message>
        <source>Attached to nothing.</source>
        <translation>Hängt an nichts.</translation>
    </message>
    <message>
        <source>Attached to %1</source>
        <translation>Hängt an %1</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save as new version</source>
        <translation>Als neue Version sichern</translation>
    </message>
    <message>
        <source>Create the policy</source>
        <translation>Die Policy anlegen</translation>
    </message>
    <message>
        <source>Save as a new version, which counts from then on</source>
        <translation>Als neue Version sichern, die von da an gilt</translation>
    </message>
    <message>
        <source>The policy %1 is there</source>
        <translation>Die Policy %1 ist da</translation>
    </message>
    <message>
        <source>The new version of %1 counts</source>
        <translation>Die neue Version von %1 gilt</translation>
    </message>
    <message>
        <source>Let it count</source>
        <translation>Gelten lassen</translation>
    </message>
    <message>
        <source>Let version %1 count</source>
        <translation>Version %1 gelten lassen</translation>
    </message>
    <message>
        <source>Version %1 of %2 counts</source>
        <translation>Version %1 von %2 gilt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete version %1</source>
        <translation>Version %1 löschen</translation>
    </message>
    <message>
        <source>Version %1 of %2 is deleted</source>
        <translation>Version %1 von %2 ist gelöscht</translation>
    </message>
    <message>
        <source>Delete version %1 of %2? It cannot be brought back.</source>
        <translation>Version %1 von %2 löschen? Sie lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Detach from %1</source>
        <translation>Von %1 lösen</translation>
    </message>
    <message>
        <source>%1 counts for %2 no longer</source>
        <translation>%1 gilt nicht mehr für %2</translation>
    </message>
    <message>
        <source>Delete the policy %1</source>
        <translation>Die Policy %1 löschen</translation>
    </message>
    <message>
        <source>The policy %1 is deleted</source>
        <translation>Die Policy %1 ist gelöscht</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PresenterWindow</name>
    <message>
        <source>Presenter notes · Greensward</source>
        <translation>Vortragsnotizen · Greensward</translation>
    </message>
    <message>
        <source>Presenter notes</source>
        <translation>Vortragsnotizen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes of what is shown</source>
        <translation>Notizen zu dem, was zu sehen ist</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>since the start</source>
        <translation>seit dem Beginn</translation>
    </message>
    <message>
        <source>messages a second</source>
        <translation>Nachrichten je Sekunde</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Count the time from now on</source>
        <translation>Die Zeit ab jetzt zählen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Edit these notes</source>
        <translation>Diese Notizen bearbeiten</translation>
    </message>
    <message>
        <source>A copy in the data directory, in the program that opens Markdown files</source>
        <translation>Eine Kopie im Datenverzeichnis, in dem Programm, das Markdown-Dateien öffnet</translation>
    </message>
    <message>
        <source>There are no notes for this place yet.</source>
        <translation>Für diese Stelle gibt es noch keine Notizen.</translation>
    </message>
    <message>
        <source>Nothing is suggested here.</source>
        <translation>Hier ist nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>No fault is on.</source>
        <translation>Keine Störung ist an.</translation>
    </message>
    <message>
        <source>On purpose: %1</source>
        <translation>Mit Absicht: %1</translation>
    </message>
    <message>
        <source>No program opens it: %1</source>
        <translation>Kein Programm öffnet es: %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ProbeList</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>MQTT</source>
        <translation>MQTT</translation>
    </message>
    <message>
        <source>… %1</source>
        <translation>… %1</translation>
    </message>
    <message>
        <source>✓ %1, %2 ms: %3</source>
        <translation>✓ %1, %2 ms: %3</translation>
    </message>
    <message>
        <source>✗ %1, %2 ms: %3</source>
        <translation>✗ %1, %2 ms: %3</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis der Probe</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ProgressTeller</name>
    <message>
        <source>The workspace&apos;s own gateway does not run.</source>
        <translation>Das eigene Gateway des Arbeitsbereichs läuft nicht.</translation>
    </message>
    <message>
        <source>There is no connection to %1 just now. It is told as soon as there is.</source>
        <translation>Gerade besteht keine Verbindung zu %1. Mitgeteilt wird, sobald sie besteht.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::PublishForm</name>
    <message>
        <source>Retain</source>
        <translation>Retain</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Publish as</source>
        <translation>Veröffentlichen als</translation>
    </message>
    <message>
        <source>As a device: through its own connection, with its own certificate, so that its policies decide. Only devices that live here can lend their connection.</source>
        <translation>Als Gerät: über dessen eigene Verbindung, mit dessen Zertifikat, so dass seine Policys entscheiden. Nur Geräte, die hier leben, können ihre Verbindung leihen.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation>Quality of Service</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>Retain the message</source>
        <translation>Die Nachricht als Retained behalten lassen</translation>
    </message>
    <message>
        <source>Publish the message</source>
        <translation>Die Nachricht veröffentlichen</translation>
    </message>
    <message>
        <source>Publish the message (Ctrl+Enter)</source>
        <translation>Die Nachricht veröffentlichen (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>MQTT 5</source>
        <translation>MQTT 5</translation>
    </message>
    <message>
        <source>Properties of the message</source>
        <translation>Eigenschaften der Nachricht</translation>
    </message>
    <message>
        <source>Show the properties of the message</source>
        <translation>Die Eigenschaften der Nachricht zeigen</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>Payload to publish</source>
        <translation>Payload, die veröffentlicht wird</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Content Type</translation>
    </message>
    <message>
        <source>Content type: application/json</source>
        <translation>Content Type: application/json</translation>
    </message>
    <message>
        <source>Response topic</source>
        <translation>Antwort-Topic</translation>
    </message>
    <message>
        <source>Correlation data</source>
        <translation>Korrelationsdaten</translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>läuft nie ab</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Message expiry</source>
        <translation>Ablauf der Nachricht</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>The payload is UTF-8 text</source>
        <translation>Die Payload ist UTF-8-Text</translation>
    </message>
    <message>
        <source>User properties, one name=value a line</source>
        <translation>Eigene Eigenschaften, je Zeile Name=Wert</translation>
    </message>
    <message>
        <source>User properties: name=value</source>
        <translation>Eigene Eigenschaften: Name=Wert</translation>
    </message>
    <message>
        <source>the console</source>
        <translation>die Konsole</translation>
    </message>
    <message>
        <source>%1: %2. It publishes once it is connected.</source>
        <translation>%1: %2. Es veröffentlicht, sobald es verbunden ist.</translation>
    </message>
    <message>
        <source>Through its own connection, with its own certificate: its policies decide.</source>
        <translation>Über die eigene Verbindung, mit eigenem Zertifikat: seine Policys entscheiden.</translation>
    </message>
    <message>
        <source>Through its own connection; it has no certificate, so no policy decides.</source>
        <translation>Über die eigene Verbindung; es hat kein Zertifikat, also entscheidet keine Policy.</translation>
    </message>
    <message>
        <source>%1 It can be sent as it is.</source>
        <translation>%1 Sie kann so gesendet werden.</translation>
    </message>
    <message>
        <source>Topic of the test message</source>
        <translation>Topic der Testnachricht</translation>
    </message>
</context>
<context>
    <name>greensward::ui::Rail</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>greensward::ui::Reading</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ReceivedModel</name>
    <message>
        <source>Delivered as retained: it was kept from before the subscription</source>
        <translation>Als Retained zugestellt: aus der Zeit vor dem Abonnement aufgehoben</translation>
    </message>
    <message>
        <source>%1, delivered as retained</source>
        <translation>%1, als Retained zugestellt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Empfangen auf</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RecordButton</name>
    <message>
        <source>Stop recording</source>
        <translation>Aufzeichnung beenden</translation>
    </message>
    <message>
        <source>Record everything into a file</source>
        <translation>Alles in eine Datei aufzeichnen</translation>
    </message>
    <message>
        <source>Stop recording (Ctrl+Shift+R)</source>
        <translation>Aufzeichnung beenden (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Record everything from now on into a file that can be opened, replayed and shared (Ctrl+Shift+R)</source>
        <translation>Von jetzt an alles in eine Datei aufzeichnen, die geöffnet, wiederholt und geteilt werden kann (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>duration, size of a recording</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Packing …</source>
        <translation>Wird gepackt …</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RefusalModel</name>
    <message>
        <source>%1  (%2 times)</source>
        <translation>%1  (%2 Mal)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What was refused</source>
        <translation>Was abgewiesen wurde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RefusalPage</name>
    <message>
        <source>Nobody has been refused anything. When somebody is, it is told here, with the smallest policy that would have allowed it.</source>
        <translation>Niemandem wurde etwas verweigert. Geschieht es, steht es hier, mit der kleinsten Policy, die es erlaubt hätte.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>Abweisungen</translation>
    </message>
    <message>
        <source>Policy that would get the statement</source>
        <translation>Policy, die die Anweisung bekäme</translation>
    </message>
    <message>
        <source>Add to policy …</source>
        <translation>Zur Policy hinzufügen …</translation>
    </message>
    <message>
        <source>Open the policy with this statement added</source>
        <translation>Die Policy mit dieser Anweisung öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the smallest statement</source>
        <translation>Die kleinste Anweisung kopieren</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Ask the policies again</source>
        <translation>Die Policys noch einmal fragen</translation>
    </message>
    <message>
        <source>What the policy lacks</source>
        <translation>Was der Policy fehlt</translation>
    </message>
    <message numerus="yes">
        <source>0 of %n refusals match the filter.</source>
        <translation>
            <numerusform>0 von einer Abweisung passt zum Filter.</numerusform>
            <numerusform>0 von %n Abweisungen passen zum Filter.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose a refusal to see what would have allowed it.</source>
        <translation>Wählen Sie eine Abweisung, um zu sehen, was sie erlaubt hätte.</translation>
    </message>
    <message>
        <source>This was a call of the AWS APIs: it is the caller&apos;s keys and IAM, or the call itself, that decide, no policy of a device.</source>
        <translation>Das war ein Aufruf der AWS-APIs: darüber entscheiden Schlüssel und IAM des Aufrufers oder der Aufruf selbst, keine Policy eines Geräts.</translation>
    </message>
    <message>
        <source>It showed no certificate, so no policy of a device had a say in this. If it signed its request, IAM decided: the doctor has the line that was missing.</source>
        <translation>Es zeigte kein Zertifikat, deshalb hatte keine Policy eines Geräts mitzureden. Wenn es seine Anfrage signiert hat, hat IAM entschieden: Der Doktor kennt die fehlende Zeile.</translation>
    </message>
    <message>
        <source>The certificate it showed is not registered with this account, so no policy can be attached to it: register it first.</source>
        <translation>Das gezeigte Zertifikat ist bei diesem Konto nicht registriert, also kann keine Policy daran hängen: registrieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>Asking the account …</source>
        <translation>Das Konto wird gefragt …</translation>
    </message>
    <message>
        <source>It may connect, but not with this last will: whoever arms a will needs iot:Publish on the will&apos;s topic.</source>
        <translation>Es darf sich verbinden, aber nicht mit diesem Will: wer einen Will setzt, braucht iot:Publish auf dessen Topic.</translation>
    </message>
    <message>
        <source>Allowed by now: %1</source>
        <translation>Inzwischen erlaubt: %1</translation>
    </message>
    <message>
        <source>No statement more can help against this: what denies it has to go first.</source>
        <translation>Dagegen hilft keine weitere Anweisung: was es verbietet, muss zuerst weg.</translation>
    </message>
    <message>
        <source>The smallest policy that would have allowed it:</source>
        <translation>Die kleinste Policy, die es erlaubt hätte:</translation>
    </message>
    <message>
        <source>Add to %1 …</source>
        <translation>Zu %1 hinzufügen …</translation>
    </message>
    <message>
        <source>New policy …</source>
        <translation>Neue Policy …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RegisterAuthorityDialog</name>
    <message>
        <source>Active: certificates it signed can be registered</source>
        <translation>Aktiv: Zertifikate, die sie unterschrieben hat, können registriert werden</translation>
    </message>
    <message>
        <source>Register its devices by themselves when they first connect</source>
        <translation>Ihre Geräte beim ersten Verbinden selbsttätig registrieren</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Register an authority of your own</source>
        <translation>Eine eigene Stelle registrieren</translation>
    </message>
    <message>
        <source>Only who holds the authority&apos;s key can sign a certificate for the account&apos;s registration code. These lines do it:</source>
        <translation>Nur wer den Schlüssel der Stelle hat, kann ein Zertifikat für den Registrierungscode des Kontos unterschreiben. Diese Zeilen tun es:</translation>
    </message>
    <message>
        <source>Lines that make the verification certificate</source>
        <translation>Zeilen, die das Prüfzertifikat machen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the lines that make the verification certificate</source>
        <translation>Die Zeilen kopieren, die das Prüfzertifikat machen</translation>
    </message>
    <message>
        <source>Authority&apos;s certificate</source>
        <translation>Zertifikat der Stelle</translation>
    </message>
    <message>
        <source>File of the authority&apos;s certificate</source>
        <translation>Datei mit dem Zertifikat der Stelle</translation>
    </message>
    <message>
        <source>Verification certificate</source>
        <translation>Prüfzertifikat</translation>
    </message>
    <message>
        <source>File of the verification certificate</source>
        <translation>Datei mit dem Prüfzertifikat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>The account gave no registration code: %1</source>
        <translation>Das Konto gab keinen Registrierungscode: %1</translation>
    </message>
    <message>
        <source>The authority is registered</source>
        <translation>Die Stelle ist registriert</translation>
    </message>
</context>
<context>
    <name>greensward::ui::Repair</name>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>%1 was stopped.</source>
        <translation>%1 wurde gestoppt.</translation>
    </message>
    <message>
        <source>The certificate is ACTIVE.</source>
        <translation>Das Zertifikat ist ACTIVE.</translation>
    </message>
    <message>
        <source>The account has no policy yet.</source>
        <translation>Das Konto hat noch keine Policy.</translation>
    </message>
    <message>
        <source>%1 is attached.</source>
        <translation>%1 ist angehängt.</translation>
    </message>
    <message>
        <source>The policy could not be read.</source>
        <translation>Die Policy konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The line is in %1 now.</source>
        <translation>Die Zeile steht jetzt in %1.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RepeatBox</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time between two messages</source>
        <translation>Zeit zwischen zwei Nachrichten</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>bis gestoppt</translation>
    </message>
    <message>
        <source> times</source>
        <translation>-mal</translation>
    </message>
    <message>
        <source>How many messages</source>
        <translation>Wie viele Nachrichten</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Rampe</translation>
    </message>
    <message>
        <source>Along a ramp</source>
        <translation>Entlang einer Rampe</translation>
    </message>
    <message>
        <source>${ramp} in topic or payload goes from the first value to the second in that time</source>
        <translation>${ramp} in Topic oder Payload geht in dieser Zeit vom ersten Wert zum zweiten</translation>
    </message>
    <message>
        <source>Ramp from</source>
        <translation>Rampe von</translation>
    </message>
    <message>
        <source>Ramp to</source>
        <translation>Rampe bis</translation>
    </message>
    <message>
        <source>Ramp for so many seconds</source>
        <translation>Rampe über so viele Sekunden</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Progress of the repeated sending</source>
        <translation>Fortschritt des wiederholten Sendens</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop sending again and again</source>
        <translation>Wiederholtes Senden beenden</translation>
    </message>
    <message>
        <source>Send again and again</source>
        <translation>Immer wieder senden</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>%1 von %2 gesendet</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ReplayDialog</name>
    <message>
        <source>Replay a capture</source>
        <translation>Aufzeichnung wiederholen</translation>
    </message>
    <message>
        <source>Every message of %1 is published again on %2, as its sender did: same topic, payload, quality of service and retain flag. Devices and rules answer as if it were happening now.</source>
        <translation>Jede Nachricht von %1 wird auf %2 noch einmal veröffentlicht, wie ihr Absender es tat: gleiches Topic, gleiche Payload, gleiche QoS, gleiches Retain-Flag. Geräte und Regeln antworten, als geschähe es jetzt.</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>Pace of the replay</source>
        <translation>Tempo der Wiederholung</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>wie aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1-mal so schnell</translation>
    </message>
    <message>
        <source>as fast as the broker takes them</source>
        <translation>so schnell, wie der Broker sie nimmt</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ReplyBox</name>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answer by itself</source>
        <translation>Von selbst antworten</translation>
    </message>
    <message>
        <source>Sends what is written here whenever a message on the filter arrives, while this window can be seen; never to the console&apos;s own messages, at most 10 a second</source>
        <translation>Sendet das hier Geschriebene, sooft eine Nachricht auf dem Filter ankommt, solange dieses Fenster zu sehen ist; nie auf Nachrichten der Konsole selbst, höchstens 10 je Sekunde</translation>
    </message>
    <message>
        <source>messages on, for example ask/#</source>
        <translation>Nachrichten auf, zum Beispiel ask/#</translation>
    </message>
    <message>
        <source>Filter of the messages to answer</source>
        <translation>Filter der beantworteten Nachrichten</translation>
    </message>
    <message>
        <source>%1 answered, %2 not: more than 10 in a second</source>
        <translation>%1 beantwortet, %2 nicht: mehr als 10 in einer Sekunde</translation>
    </message>
    <message>
        <source>%1 answered on %2</source>
        <translation>%1 beantwortet auf %2</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RetainedModel</name>
    <message numerus="yes">
        <source>clear %n retained message(s)</source>
        <translation>
            <numerusform>%n Retained-Nachricht löschen</numerusform>
            <numerusform>%n Retained-Nachrichten löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>before the start</source>
        <translation>vor dem Start</translation>
    </message>
    <message>
        <source>Too large to be kept here: once cleared, it cannot be brought back.</source>
        <translation>Zu groß, um hier behalten zu werden: einmal gelöscht, lässt sie sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Behalten seit</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RetainedPanel</name>
    <message>
        <source>Filter: site/+/state  text</source>
        <translation>Filter: site/+/state  text</translation>
    </message>
    <message>
        <source>Filter of the retained messages</source>
        <translation>Filter der Retained-Nachrichten</translation>
    </message>
    <message>
        <source>Retained messages</source>
        <translation>Retained-Nachrichten</translation>
    </message>
    <message>
        <source>Nothing is retained. A message sent with Retain is kept by the broker and given to whoever subscribes later.</source>
        <translation>Nichts ist Retained. Eine mit Retain gesendete Nachricht behält der Broker und gibt sie jedem, der später abonniert.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Progress of the clearing</source>
        <translation>Fortschritt des Löschens</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Clear the chosen retained messages</source>
        <translation>Die gewählten Retained-Nachrichten löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Publishes again what was kept (Ctrl+Z)</source>
        <translation>Veröffentlicht wieder, was behalten wurde (Strg+Z)</translation>
    </message>
    <message>
        <source>0 of %1 match</source>
        <translation>0 von %1 passen</translation>
    </message>
    <message>
        <source>%1 retained · %2</source>
        <translation>%1 Retained · %2</translation>
    </message>
    <message>
        <source>%1 of %2 retained</source>
        <translation>%1 von %2 Retained</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Clear these %1</source>
        <translation>Diese %1 löschen</translation>
    </message>
    <message>
        <source>Clear all retained messages that are shown</source>
        <translation>Alle gezeigten Retained-Nachrichten löschen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RhythmEditor</name>
    <message>
        <source>+%1 %</source>
        <translation>+%1 %</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>news</source>
        <translation>Neues</translation>
    </message>
    <message>
        <source>Only what is new</source>
        <translation>Nur was neu ist</translation>
    </message>
    <message>
        <source>When %1 reports</source>
        <translation>Wann %1 meldet</translation>
    </message>
    <message>
        <source>When it reports</source>
        <translation>Wann es meldet</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>A reading every</source>
        <translation>Ein Messwert alle</translation>
    </message>
    <message>
        <source>From ten readings a second to one a minute</source>
        <translation>Von zehn Messwerten je Sekunde bis zu einem je Minute</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Late by up to</source>
        <translation>Verspätet um bis zu</translation>
    </message>
    <message>
        <source>Jitter: each report comes late by its own share of the interval, as in a busy device</source>
        <translation>Jitter: jede Meldung kommt um ihren eigenen Anteil des Abstands zu spät, wie in einem beschäftigten Gerät</translation>
    </message>
    <message>
        <source>Sent together</source>
        <translation>Zusammen gesendet</translation>
    </message>
    <message>
        <source>Burst: so many readings are collected and sent at once, as by a device that sleeps in between</source>
        <translation>Burst: so viele Messwerte werden gesammelt und auf einmal gesendet, wie von einem Gerät, das dazwischen schläft</translation>
    </message>
    <message>
        <source>A reading that shows the same values as the last one sent is left out</source>
        <translation>Ein Messwert mit denselben Werten wie der zuletzt gesendete wird weggelassen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RouteDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Routes from %1 to %2</source>
        <translation>Routen von %1 zu %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>source, target</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>What %1 publishes on a topic that matches one of these subjects reaches %2. + stands for one level, # for all that follow.</source>
        <translation>Was %1 auf einem Topic veröffentlicht, das zu einem dieser Subjects passt, erreicht %2. + steht für eine Ebene, # für alle folgenden.</translation>
    </message>
    <message>
        <source>Subjects of the routes</source>
        <translation>Subjects der Routen</translation>
    </message>
    <message>
        <source>Subject of a new route</source>
        <translation>Subject einer neuen Route</translation>
    </message>
    <message>
        <source>A topic or a filter, for example lawn/+/moisture</source>
        <translation>Ein Topic oder Filter, zum Beispiel rasen/+/feuchte</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Noch eine</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen subject</source>
        <translation>Das gewählte Subject entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RouteMatrix</name>
    <message>
        <source>From the cloud to the cloud there is no route</source>
        <translation>Von der Cloud zur Cloud gibt es keine Route</translation>
    </message>
    <message>
        <source>From %1 to %2: no route</source>
        <translation>Von %1 zu %2: keine Route</translation>
    </message>
    <message>
        <source>From %1 to %2: %3</source>
        <translation>Von %1 zu %2: %3</translation>
    </message>
    <message>
        <source>changed, not deployed</source>
        <translation>geändert, nicht bereitgestellt</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::RoutesPage</name>
    <message>
        <source>Edit routes …</source>
        <translation>Routen bearbeiten …</translation>
    </message>
    <message>
        <source>The subjects of the chosen cell (Enter)</source>
        <translation>Die Subjects der gewählten Zelle (Eingabe)</translation>
    </message>
    <message>
        <source>Choose a cell: a row is from whom, a column to whom.</source>
        <translation>Wählen Sie eine Zelle: Die Zeile ist von wem, die Spalte zu wem.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>source, target</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The cloud needs no route to itself.</source>
        <translation>Die Cloud braucht keine Route zu sich selbst.</translation>
    </message>
    <message>
        <source>%1 (goes with the next deployment)</source>
        <translation>%1 (geht mit der nächsten Bereitstellung)</translation>
    </message>
    <message>
        <source>No route: nothing gets through.</source>
        <translation>Keine Route: Nichts kommt durch.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ScenarioRow</name>
    <message>
        <source>Wind %1 m/s</source>
        <translation>Wind %1 m/s</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 s</source>
        <translation>%1, %2, %3 s</translation>
    </message>
    <message>
        <source>at %1 s: %2</source>
        <translation>bei %1 s: %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Stop the scenario %1</source>
        <translation>Szenario %1 beenden</translation>
    </message>
    <message>
        <source>Play the scenario %1</source>
        <translation>Szenario %1 abspielen</translation>
    </message>
    <message>
        <source>%1 of %2 s</source>
        <translation>%1 von %2 s</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ScopeBar</name>
    <message>
        <source>Back to the filter before (Alt+Left)</source>
        <translation>Zurück zum Filter davor (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward again (Alt+Right)</source>
        <translation>Wieder vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Filter of all lists</source>
        <translation>Filter aller Listen</translation>
    </message>
    <message>
        <source>Filter terms there is no room for</source>
        <translation>Filterterme, für die kein Platz ist</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation>%1 von %2 passen</translation>
    </message>
    <message>
        <source>Filter: turbines/#  from:ev-gen  output&gt;50  is:retained  text</source>
        <translation>Filter: turbines/#  from:ev-gen  output&gt;50  is:retained  text</translation>
    </message>
    <message>
        <source>Filter: from:ev-gen  text</source>
        <translation>Filter: from:ev-gen  text</translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>No filters are saved yet</source>
        <translation>Noch keine Filter gespeichert</translation>
    </message>
    <message>
        <source>Save this filter …</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>A name for “%1”</source>
        <translation>Ein Name für „%1“</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ScopeChip</name>
    <message>
        <source>Filter term %1</source>
        <translation>Filterterm %1</translation>
    </message>
    <message>
        <source>Press to change it, Delete to take it away.</source>
        <translation>Drücken, um ihn zu ändern, Entf, um ihn wegzunehmen.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ScopeEdit</name>
    <message>
        <source>Suggestions for the filter</source>
        <translation>Vorschläge für den Filter</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SecurityWorkspace</name>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Pages of Security</source>
        <translation>Seiten der Sicherheit</translation>
    </message>
    <message>
        <source>Ask the account again (F5)</source>
        <translation>Das Konto noch einmal fragen (F5)</translation>
    </message>
    <message>
        <source>Ask the account again</source>
        <translation>Das Konto noch einmal fragen</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Ausweise</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Policys</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>Abweisungen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>There is no account here: only what was refused is known.</source>
        <translation>Hier ist kein Konto: bekannt ist nur, was abgewiesen wurde.</translation>
    </message>
    <message>
        <source>Asking the account …</source>
        <translation>Das Konto wird gefragt …</translation>
    </message>
    <message>
        <source>The first %1 of each are shown</source>
        <translation>Je die ersten %1</translation>
    </message>
    <message>
        <source>New device …</source>
        <translation>Neues Gerät …</translation>
    </message>
    <message>
        <source>Evaluate a policy</source>
        <translation>Eine Policy auswerten</translation>
    </message>
    <message>
        <source>things: %1, certificates: %2, policies: %3</source>
        <translation>Things: %1, Zertifikate: %2, Policies: %3</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SendDesk</name>
    <message>
        <source>A message goes to a topic.</source>
        <translation>Eine Nachricht geht an ein Topic.</translation>
    </message>
    <message>
        <source>A topic to send to has no + and no #: those are for subscribing.</source>
        <translation>Ein Topic zum Senden hat kein + und kein #: die sind zum Abonnieren da.</translation>
    </message>
    <message>
        <source>A topic is UTF-8 text of at most 65,535 bytes without the character 0.</source>
        <translation>Ein Topic ist UTF-8-Text von höchstens 65.535 Bytes ohne das Zeichen 0.</translation>
    </message>
    <message>
        <source>AWS IoT takes at most 128 KiB in one message.</source>
        <translation>AWS IoT nimmt höchstens 128 KiB in einer Nachricht.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SendPanel</name>
    <message>
        <source>Retain</source>
        <translation>Retain</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Templates with a button of their own</source>
        <translation>Vorlagen mit eigener Schaltfläche</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Messages that can be sent again: choose, save, rename, delete</source>
        <translation>Nachrichten, die wieder gesendet werden können: wählen, speichern, umbenennen, löschen</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Topic to publish on</source>
        <translation>Topic, auf dem veröffentlicht wird</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation>Quality of Service</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>Retain the message</source>
        <translation>Die Nachricht als Retained behalten lassen</translation>
    </message>
    <message>
        <source>The broker keeps the message and gives it to later subscribers</source>
        <translation>Der Broker behält die Nachricht und gibt sie späteren Abonnenten</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Send the message (Ctrl+Enter)</source>
        <translation>Nachricht senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>What the message says, for example {&quot;water&quot;:&quot;on&quot;}</source>
        <translation>Was die Nachricht sagt, zum Beispiel {&quot;water&quot;:&quot;on&quot;}</translation>
    </message>
    <message>
        <source>Fewer ways to send</source>
        <translation>Weniger Arten zu senden</translation>
    </message>
    <message>
        <source>More ways to send</source>
        <translation>Mehr Arten zu senden</translation>
    </message>
    <message>
        <source>Back to one line</source>
        <translation>Zurück zu einer Zeile</translation>
    </message>
    <message>
        <source>Edit large, repeat, ramp, answer</source>
        <translation>Groß bearbeiten, wiederholen, Rampe, antworten</translation>
    </message>
    <message>
        <source>%1 It can be sent as it is.</source>
        <translation>%1 Sie kann so gesendet werden.</translation>
    </message>
    <message>
        <source>Write it here</source>
        <translation>Hierher schreiben</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Take its button away</source>
        <translation>Schaltfläche wegnehmen</translation>
    </message>
    <message>
        <source>Give it a button</source>
        <translation>Schaltfläche geben</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Send at once: %1</source>
        <translation>Sofort senden: %1</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>%1 senden</translation>
    </message>
    <message>
        <source>Save what is written as a template …</source>
        <translation>Das Geschriebene als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Payload, for example {&quot;water&quot;:&quot;on&quot;}</source>
        <translation>Payload, zum Beispiel {&quot;water&quot;:&quot;on&quot;}</translation>
    </message>
    <message>
        <source>Save as a template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Ihr Name:</translation>
    </message>
    <message>
        <source>Rename the template</source>
        <translation>Vorlage umbenennen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SeriesPicker</name>
    <message>
        <source>Numbers of plot %1</source>
        <translation>Zahlen von Diagramm %1</translation>
    </message>
    <message>
        <source>Letters of topic and field</source>
        <translation>Buchstaben aus Topic und Feld</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Zahl suchen</translation>
    </message>
    <message>
        <source>Numbers that match</source>
        <translation>Passende Zahlen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No message with a number has come yet.</source>
        <translation>Noch kam keine Nachricht mit einer Zahl.</translation>
    </message>
    <message>
        <source>No number is called that.</source>
        <translation>Keine Zahl heißt so.</translation>
    </message>
    <message numerus="yes">
        <source>The plot is full: %n series.</source>
        <translation>
            <numerusform>Das Diagramm ist voll: %n Reihe.</numerusform>
            <numerusform>Das Diagramm ist voll: %n Reihen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter adds the marked number or removes it again.</source>
        <translation>Eingabe fügt die markierte Zahl hinzu oder nimmt sie wieder weg.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SeriesTableModel</name>
    <message>
        <source>%1 older points were merged into lows and highs.</source>
        <translation>%1 ältere Punkte wurden in Tiefs und Hochs zusammengefasst.</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Tiefster</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowDesk</name>
    <message>
        <source>desired %1 of %2</source>
        <translation>gewünscht %1 von %2</translation>
    </message>
    <message>
        <source>nothing came back</source>
        <translation>nichts kam zurück</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowEditor</name>
    <message>
        <source>Not undone: %1</source>
        <translation>Nicht rückgängig: %1</translation>
    </message>
    <message>
        <source>Send as %1</source>
        <translation>Als %1 senden</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>409, version conflict: you wrote desired.%1 = %2 for v%3.</source>
        <translation>409, Versionskonflikt: Sie schrieben desired.%1 = %2 für v%3.</translation>
    </message>
    <message>
        <source>409, version conflict: you removed desired.%1 from v%2.</source>
        <translation>409, Versionskonflikt: Sie entfernten desired.%1 aus v%2.</translation>
    </message>
    <message>
        <source>Meanwhile %1 wrote v%2 at %3 (%4).</source>
        <translation>Inzwischen schrieb %1 v%2 um %3 (%4).</translation>
    </message>
    <message>
        <source>That is the same field.</source>
        <translation>Das ist dasselbe Feld.</translation>
    </message>
    <message>
        <source>That is not your field.</source>
        <translation>Das ist nicht Ihr Feld.</translation>
    </message>
    <message>
        <source>The document has moved on; who wrote it was not seen.</source>
        <translation>Das Dokument ist weiter; wer es schrieb, wurde nicht gesehen.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Deren nehmen</translation>
    </message>
    <message>
        <source>Send mine again</source>
        <translation>Meines nochmals senden</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Nichts wurde geändert: %1</translation>
    </message>
    <message>
        <source>%1 %2, nothing was changed: %3</source>
        <translation>%1 %2, nichts wurde geändert: %3</translation>
    </message>
    <message>
        <source>The shadow was deleted at v%1. The deletion took a number itself: the next document of this name begins at v%2, so that no device takes an old delta for a new one. After 48 hours the numbers begin anew.</source>
        <translation>Der Shadow wurde bei v%1 gelöscht. Das Löschen nahm selbst eine Nummer: das nächste Dokument dieses Namens beginnt bei v%2, damit kein Gerät ein altes Delta für ein neues hält. Nach 48 Stunden beginnen die Nummern neu.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowFieldsDelegate</name>
    <message>
        <source>Desired value of %1</source>
        <translation>Gewünschter Wert von %1</translation>
    </message>
    <message>
        <source>null removes it</source>
        <translation>null entfernt es</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowFieldsModel</name>
    <message>
        <source>≠ type</source>
        <translation>≠ Typ</translation>
    </message>
    <message>
        <source>≠ %1</source>
        <translation>≠ %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2  %3</source>
        <translation>%1: %2  %3</translation>
    </message>
    <message>
        <source>desired</source>
        <translation>desired</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>reported</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2, %3, by %4 at %5</source>
        <translation>%1: %2, %3, von %4 um %5</translation>
    </message>
    <message>
        <source>The types differ: to the service &quot;1&quot; and 1 are not the same, so this difference never goes away by itself.</source>
        <translation>Die Typen unterscheiden sich: für den Dienst sind &quot;1&quot; und 1 nicht dasselbe, also geht dieser Unterschied nie von selbst weg.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Desired</source>
        <translation>Desired</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Last writer</source>
        <translation>Zuletzt von</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowFieldsView</name>
    <message>
        <source>Fields of the shadow</source>
        <translation>Felder des Shadows</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowHistoryModel</name>
    <message>
        <source>%1, %2, by %3 at %4</source>
        <translation>%1, %2, von %3 um %4</translation>
    </message>
    <message>
        <source>, delta</source>
        <translation>, Delta</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowListModel</name>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, classic shadow: %2</source>
        <translation>%1, klassischer Shadow: %2</translation>
    </message>
    <message>
        <source>%1, shadow %2: %3</source>
        <translation>%1, Shadow %2: %3</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowListView</name>
    <message>
        <source>Things and their shadows</source>
        <translation>Things und ihre Shadows</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowNotice</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowPairs</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1 (core)</source>
        <translation>%1 (Core)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>abgeglichen</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>Thing</translation>
    </message>
    <message>
        <source>At the core</source>
        <translation>Am Core</translation>
    </message>
    <message>
        <source>In the cloud</source>
        <translation>In der Cloud</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 Unterschied</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 Unterschiede</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowsPage</name>
    <message>
        <source>Shadows of the group&apos;s things</source>
        <translation>Shadows der Things der Gruppe</translation>
    </message>
    <message>
        <source>State at the core</source>
        <translation>Zustand am Core</translation>
    </message>
    <message>
        <source>State in the cloud</source>
        <translation>Zustand in der Cloud</translation>
    </message>
    <message>
        <source>Ask the core and the cloud again</source>
        <translation>Core und Cloud noch einmal fragen</translation>
    </message>
    <message>
        <source>At the core</source>
        <translation>Am Core</translation>
    </message>
    <message>
        <source>In the cloud</source>
        <translation>In der Cloud</translation>
    </message>
    <message>
        <source>Nobody tells.</source>
        <translation>Niemand sagt es.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Es gibt keinen.</translation>
    </message>
    <message>
        <source>A shadow lives at the core; only if it is synced, the cloud has the same. What is ticked here counts from the next deployment on.</source>
        <translation>Ein Shadow lebt am Core; nur wenn er abgeglichen wird, hat die Cloud denselben. Was hier angekreuzt ist, gilt ab der nächsten Bereitstellung.</translation>
    </message>
    <message>
        <source>The core does not run here, so its own shadows are not known; those of the cloud are.</source>
        <translation>Der Core läuft nicht hier, also sind seine eigenen Shadows nicht bekannt; die der Cloud sind es.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShadowsWorkspace</name>
    <message>
        <source>Shadows</source>
        <translation>Shadows</translation>
    </message>
    <message>
        <source>Things with shadows</source>
        <translation>Things mit Shadows</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>As the cloud sees it</source>
        <translation>Wie die Cloud es sieht</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>As the device last said it, and was last told</source>
        <translation>Wie das Gerät es zuletzt sagte und erfuhr</translation>
    </message>
    <message>
        <source>Add a field to desired</source>
        <translation>Feld zu desired hinzufügen</translation>
    </message>
    <message>
        <source>More: copy, create, delete</source>
        <translation>Mehr: kopieren, anlegen, löschen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Remove from desired (null)</source>
        <translation>Aus desired entfernen (null)</translation>
    </message>
    <message>
        <source>Shadows appear when a device reports.</source>
        <translation>Shadows erscheinen, wenn ein Gerät meldet.</translation>
    </message>
    <message>
        <source>Report once</source>
        <translation>Einmal melden</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Why is the delta still here?</source>
        <translation>Warum ist das Delta noch da?</translation>
    </message>
    <message>
        <source>Says why desired and reported differ, and what would help (F1)</source>
        <translation>Sagt, warum desired und reported sich unterscheiden und was hülfe (F1)</translation>
    </message>
    <message>
        <source>Copy the document (JSON)</source>
        <translation>Dokument kopieren (JSON)</translation>
    </message>
    <message>
        <source>Copy as AWS CLI: read it</source>
        <translation>Als AWS CLI kopieren: lesen</translation>
    </message>
    <message>
        <source>Copy as AWS CLI: this update</source>
        <translation>Als AWS CLI kopieren: diese Änderung</translation>
    </message>
    <message>
        <source>Send only if nobody wrote meanwhile (version)</source>
        <translation>Nur senden, wenn inzwischen niemand schrieb (Version)</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Create a named shadow …</source>
        <translation>Benannten Shadow anlegen …</translation>
    </message>
    <message>
        <source>Delete this shadow …</source>
        <translation>Diesen Shadow löschen …</translation>
    </message>
    <message>
        <source>Delete the %1 shadow of %2, at v%3? Desired and reported are gone then; a device that reports again begins a new document, whose version goes on behind v%3.</source>
        <translation>Shadow %1 von %2 bei v%3 löschen? desired und reported sind dann weg; ein Gerät, das wieder meldet, beginnt ein neues Dokument, dessen Version hinter v%3 weitergeht.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Edit the desired value</source>
        <translation>Gewünschten Wert ändern</translation>
    </message>
    <message>
        <source>As the device last said it</source>
        <translation>Wie das Gerät es zuletzt sagte</translation>
    </message>
    <message>
        <source>One version earlier</source>
        <translation>Eine Version früher</translation>
    </message>
    <message>
        <source>One version later</source>
        <translation>Eine Version später</translation>
    </message>
    <message>
        <source>Look for shadows of all things</source>
        <translation>Shadows aller Things suchen</translation>
    </message>
    <message>
        <source>Create a named shadow</source>
        <translation>Benannten Shadow anlegen</translation>
    </message>
    <message>
        <source>Delete this shadow</source>
        <translation>Diesen Shadow löschen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>= in sync</source>
        <translation>= im Gleichstand</translation>
    </message>
    <message>
        <source>≠ 1 field</source>
        <translation>≠ 1 Feld</translation>
    </message>
    <message>
        <source>≠ %1 fields</source>
        <translation>≠ %1 Felder</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>no document</source>
        <translation>kein Dokument</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>0 of %1 shadows match the filter.</source>
        <translation>0 von %1 Shadows passen zum Filter.</translation>
    </message>
    <message>
        <source>%1 has neither said nor heard anything of this shadow since this window began to watch.</source>
        <translation>%1 hat von diesem Shadow weder etwas gesagt noch gehört, seit dieses Fenster zusieht.</translation>
    </message>
    <message>
        <source>The shadow was deleted. The numbers go on: the next document begins behind v%1.</source>
        <translation>Der Shadow wurde gelöscht. Die Nummern gehen weiter: das nächste Dokument beginnt hinter v%1.</translation>
    </message>
    <message>
        <source>There is no document here. An update creates it.</source>
        <translation>Hier ist kein Dokument. Eine Änderung legt es an.</translation>
    </message>
    <message>
        <source>The document is being read …</source>
        <translation>Das Dokument wird gelesen …</translation>
    </message>
    <message>
        <source>The document was not recorded: only its changes are known.</source>
        <translation>Das Dokument wurde nicht aufgezeichnet: nur seine Änderungen sind bekannt.</translation>
    </message>
    <message>
        <source>This is where the shadow was deleted: there is no document.</source>
        <translation>Hier wurde der Shadow gelöscht: es gibt kein Dokument.</translation>
    </message>
    <message>
        <source>The document of v%1 is not known: it was written before this window began to watch, or its message was cut short.</source>
        <translation>Das Dokument von v%1 ist nicht bekannt: es entstand, bevor dieses Fenster zusah, oder seine Nachricht wurde gekürzt.</translation>
    </message>
    <message>
        <source>%1 was last told v%2 at %3</source>
        <translation>%1 erfuhr zuletzt v%2 um %3</translation>
    </message>
    <message>
        <source>%1 was told nothing yet</source>
        <translation>%1 hat noch nichts erfahren</translation>
    </message>
    <message>
        <source>last said v%1 at %2</source>
        <translation>sagte zuletzt v%1 um %2</translation>
    </message>
    <message>
        <source>has said nothing yet</source>
        <translation>hat noch nichts gesagt</translation>
    </message>
    <message>
        <source>%1, and %2; the cloud is at v%3.</source>
        <translation>%1, und %2; die Cloud ist bei v%3.</translation>
    </message>
    <message>
        <source>Now. The last %1 changes are kept.</source>
        <translation>Jetzt. Die letzten %1 Änderungen werden behalten.</translation>
    </message>
    <message>
        <source>Now. ← and → go through the versions.</source>
        <translation>Jetzt. ← und → gehen durch die Versionen.</translation>
    </message>
    <message>
        <source>As it was at v%1, %2.</source>
        <translation>Stand von v%1, %2.</translation>
    </message>
    <message>
        <source>Send %1 as %2</source>
        <translation>%1 als %2 senden</translation>
    </message>
    <message>
        <source>Let it go by its shadow</source>
        <translation>Über den Shadow gehen lassen</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>%1 einschalten</translation>
    </message>
    <message>
        <source>Remove %1 from desired</source>
        <translation>%1 aus desired entfernen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::ShareDialog</name>
    <message>
        <source>Nothing is taken out.</source>
        <translation>Nichts wird herausgenommen.</translation>
    </message>
    <message>
        <source>Taken out: %1.</source>
        <translation>Herausgenommen: %1.</translation>
    </message>
    <message>
        <source>%1 events stay. %2</source>
        <translation>%1 Ereignisse bleiben. %2</translation>
    </message>
    <message>
        <source>%1 holds %2 events. %3</source>
        <translation>%1 enthält %2 Ereignisse. %3</translation>
    </message>
    <message>
        <source>Replace network &amp;addresses</source>
        <translation>Netzwerk&amp;adressen ersetzen</translation>
    </message>
    <message>
        <source>Remove names in &amp;certificates</source>
        <translation>Namen in &amp;Zertifikaten entfernen</translation>
    </message>
    <message>
        <source>Remove &amp;every payload</source>
        <translation>&amp;Jede Payload entfernen</translation>
    </message>
    <message>
        <source>Share what I see</source>
        <translation>Teilen, was ich sehe</translation>
    </message>
    <message>
        <source>A copy of %1 for somebody else. What you name here is taken out of the copy; private keys always are. A note inside says how much is missing, not what.</source>
        <translation>Eine Kopie von %1 für jemand anderen. Was Sie hier nennen, wird aus der Kopie herausgenommen; private Schlüssel immer. Eine Anmerkung darin sagt, wie viel fehlt, nicht was.</translation>
    </message>
    <message>
        <source>&amp;Topics left out</source>
        <translation>Weggelassene &amp;Topics</translation>
    </message>
    <message>
        <source>home/+/door, private/#</source>
        <translation>home/+/door, private/#</translation>
    </message>
    <message>
        <source>&amp;Fields removed</source>
        <translation>Entfernte &amp;Felder</translation>
    </message>
    <message>
        <source>pin, token</source>
        <translation>pin, token</translation>
    </message>
    <message>
        <source>&amp;Clients renamed</source>
        <translation>Umbenannte &amp;Clients</translation>
    </message>
    <message>
        <source>annas-phone</source>
        <translation>annas-phone</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Save the copy …</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>-shared</source>
        <comment>added to a file name</comment>
        <translation>-geteilt</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Captures (*.wscap)</source>
        <translation>Aufzeichnungen (*.wscap)</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>Reading the capture …</source>
        <translation>Die Aufzeichnung wird gelesen …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::StatusField</name>
    <message>
        <source>What does it mean? (F1)</source>
        <translation>Was bedeutet das? (F1)</translation>
    </message>
</context>
<context>
    <name>greensward::ui::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What the doctor watches for and what it found</source>
        <translation>Worauf der Doktor achtet und was er fand</translation>
    </message>
    <message>
        <source>%1 checks: all well</source>
        <translation>%1 Prüfungen: alles gut</translation>
    </message>
    <message>
        <source>%1 checks: 1 note</source>
        <translation>%1 Prüfungen: 1 Anmerkung</translation>
    </message>
    <message>
        <source>%1 checks: %2 notes</source>
        <translation>%1 Prüfungen: %2 Anmerkungen</translation>
    </message>
    <message>
        <source>SIM · this laptop</source>
        <translation>SIM · dieser Laptop</translation>
    </message>
    <message>
        <source>Broker and devices run in this program; nothing leaves this laptop.</source>
        <translation>Broker und Geräte laufen in diesem Programm; nichts verlässt diesen Laptop.</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>Messages come from a broker elsewhere.</source>
        <translation>Die Nachrichten kommen von einem Broker anderswo.</translation>
    </message>
    <message>
        <source>CAPTURE · %1</source>
        <translation>AUFZEICHNUNG · %1</translation>
    </message>
    <message>
        <source>What was recorded earlier. Nothing here is happening now.</source>
        <translation>Was früher aufgezeichnet wurde. Nichts davon geschieht jetzt.</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>recorded at %1</source>
        <translation>aufgezeichnet an %1</translation>
    </message>
    <message>
        <source>%1 connected</source>
        <translation>%1 verbunden</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>%1 Nachr./s</translation>
    </message>
    <message>
        <source>%1 dropped, %2 events not shown</source>
        <translation>%1 verworfen, %2 Ereignisse nicht gezeigt</translation>
    </message>
    <message>
        <source>1 fault on</source>
        <translation>1 Störung an</translation>
    </message>
    <message>
        <source>%1 faults on</source>
        <translation>%1 Störungen an</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H heals all</source>
        <translation>Strg+Umschalt+H heilt alle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>would cost %1</source>
        <translation>würde %1 kosten</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>SIM</translation>
    </message>
</context>
<context>
    <name>greensward::ui::StepCard</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>to do now</source>
        <translation>jetzt zu tun</translation>
    </message>
    <message>
        <source>to do later</source>
        <translation>später zu tun</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <translation>Schritt %1, %2: %3</translation>
    </message>
    <message>
        <source>It was so then, and is not now.</source>
        <translation>Damals war es so, jetzt nicht mehr.</translation>
    </message>
    <message>
        <source>At it: %1</source>
        <translation>Ist dabei: %1</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Hint %1 of 3</source>
        <translation>Hinweis %1 von 3</translation>
    </message>
    <message>
        <source>**Hint %1.** %2</source>
        <translation>**Hinweis %1.** %2</translation>
    </message>
    <message>
        <source>The way: %1</source>
        <translation>Der Weg: %1</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Mach es für mich</translation>
    </message>
    <message>
        <source>More about this step</source>
        <translation>Mehr zu diesem Schritt</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Schritt überspringen</translation>
    </message>
    <message>
        <source>Begin this step again</source>
        <translation>Schritt neu anfangen</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SubscribePanel</name>
    <message>
        <source>Subscribe</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>Topic filter: turbines/+/#, or # for all</source>
        <translation>Topic-Filter: turbines/+/# oder #</translation>
    </message>
    <message>
        <source>Topic filter to subscribe to</source>
        <translation>Topic-Filter, der abonniert wird</translation>
    </message>
    <message>
        <source>Quality of service asked for</source>
        <translation>Gewünschte Quality of Service</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>Subscribe to the filter</source>
        <translation>Den Filter abonnieren</translation>
    </message>
    <message>
        <source>Show the messages of all subscriptions</source>
        <translation>Die Nachrichten aller Abonnements zeigen</translation>
    </message>
    <message>
        <source>End the chosen subscription</source>
        <translation>Das gewählte Abonnement beenden</translation>
    </message>
    <message>
        <source>A filter that begins with a wildcard brings nothing below $: for shadows and events subscribe to $aws/# as well.</source>
        <translation>Ein Filter, der mit einem Platzhalter beginnt, bringt nichts unter $: für Shadows und Ereignisse abonnieren Sie auch $aws/#.</translation>
    </message>
    <message>
        <source>Topic filter, or #</source>
        <translation>Topic-Filter oder #</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SubscriptionModel</name>
    <message>
        <source>A filter has at least one character.</source>
        <translation>Ein Filter hat mindestens ein Zeichen.</translation>
    </message>
    <message>
        <source>“%1”: # stands alone in its level.</source>
        <translation>„%1“: # steht allein in seiner Ebene.</translation>
    </message>
    <message>
        <source># stands for everything below, so it comes last.</source>
        <translation># steht für alles darunter, also kommt es zuletzt.</translation>
    </message>
    <message>
        <source>“%1”: + stands for one whole level, so it stands alone between slashes.</source>
        <translation>„%1“: + steht für eine ganze Ebene, also allein zwischen Schrägstrichen.</translation>
    </message>
    <message>
        <source>A shared subscription reads $share/group/filter.</source>
        <translation>Ein Shared-Abonnement lautet $share/gruppe/filter.</translation>
    </message>
    <message>
        <source>A filter is UTF-8 text of at most 65,535 bytes without the character 0.</source>
        <translation>Ein Filter ist UTF-8-Text von höchstens 65.535 Bytes ohne das Zeichen 0.</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgewiesen: %1</translation>
    </message>
    <message>
        <source>asked …</source>
        <translation>gefragt …</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>gewährt</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>greensward::ui::SubscriptionPanel</name>
    <message>
        <source>This window sees every message anyway, for the gateway is its own. Subscribe to see what a client would receive: only what it is allowed to, and what was retained before it came.</source>
        <translation>Dieses Fenster sieht ohnehin jede Nachricht, denn das Gateway ist sein eigenes. Abonnieren Sie, um zu sehen, was ein Client bekäme: nur was er darf, und was schon vorher als Retained da war.</translation>
    </message>
    <message>
        <source>turbines/+/# …</source>
        <translation>turbines/+/# …</translation>
    </message>
    <message>
        <source>Topic filter to subscribe to</source>
        <translation>Topic-Filter, der abonniert wird</translation>
    </message>
    <message>
        <source>Quality of service asked for</source>
        <translation>Gewünschte Quality of Service</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>Subscribe to the filter</source>
        <translation>Den Filter abonnieren</translation>
    </message>
    <message>
        <source>Subscriptions of the console</source>
        <translation>Abonnements der Konsole</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Mute the subscription</source>
        <translation>Abonnement stummschalten</translation>
    </message>
    <message>
        <source>Muted: it goes on, but marks no rows of the log</source>
        <translation>Stumm: es läuft weiter, markiert aber keine Zeilen im Log</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Another mark</source>
        <translation>Andere Marke</translation>
    </message>
    <message>
        <source>Another colour and shape for its rows in the log</source>
        <translation>Andere Farbe und Form für seine Zeilen im Log</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>What the console received</source>
        <translation>Was die Konsole empfing</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TellCard</name>
    <message>
        <source>Tell the instructor</source>
        <translation>Kursleitung teilhaben lassen</translation>
    </message>
    <message>
        <source>Tell the instructor how I am doing</source>
        <translation>Der Kursleitung mitteilen, wie weit ich bin</translation>
    </message>
    <message>
        <source>Any name</source>
        <translation>Irgendein Name</translation>
    </message>
    <message>
        <source>Name that the class sees</source>
        <translation>Name, den der Kurs sieht</translation>
    </message>
    <message>
        <source>Where the class is</source>
        <translation>Wo der Kurs ist</translation>
    </message>
    <message>
        <source>as</source>
        <translation>als</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>I teach: show the class</source>
        <translation>Ich unterrichte: Kurs zeigen</translation>
    </message>
    <message>
        <source>this console&apos;s own gateway</source>
        <translation>eigenes Gateway dieser Konsole</translation>
    </message>
    <message>
        <source>no lab</source>
        <translation>keine Übung</translation>
    </message>
    <message>
        <source>lab %1 finished</source>
        <translation>Übung %1 fertig</translation>
    </message>
    <message>
        <source>lab %1, step %2 of %3</source>
        <translation>Übung %1, Schritt %2 von %3</translation>
    </message>
    <message>
        <source>Told at %1: %2</source>
        <translation>Mitgeteilt um %1: %2</translation>
    </message>
    <message>
        <source>Your lab, your step and the codes of the doctor&apos;s open cards, under a name of your choice. Nothing else, and only while this is ticked. Whoever may listen at that broker can read it.</source>
        <translation>Ihre Übung, Ihr Schritt und die Codes der offenen Karten des Doktors, unter einem Namen Ihrer Wahl. Sonst nichts, und nur solange dies angekreuzt ist. Wer an diesem Broker zuhören darf, kann es lesen.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TemplateLibrary</name>
    <message>
        <source>Sprinkler: water on</source>
        <translation>Sprinkler: Wasser an</translation>
    </message>
    <message>
        <source>Sprinkler: water off</source>
        <translation>Sprinkler: Wasser aus</translation>
    </message>
    <message>
        <source>Turbine: one reading</source>
        <translation>Turbine: ein Messwert</translation>
    </message>
    <message>
        <source>Turbine: overheating</source>
        <translation>Turbine: Überhitzung</translation>
    </message>
    <message>
        <source>A note that is retained</source>
        <translation>Eine Notiz, die Retained ist</translation>
    </message>
    <message>
        <source>A template has a name.</source>
        <translation>Eine Vorlage hat einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n character(s).</source>
        <translation>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a template of this name already.</source>
        <translation>Es gibt schon eine Vorlage dieses Namens.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TestClientWorkspace</name>
    <message>
        <source>Test client</source>
        <translation>Testclient</translation>
    </message>
    <message>
        <source>Subscribe to a filter on the left, and what a client with it would receive is listed here, the newest first.</source>
        <translation>Abonnieren Sie links einen Filter: was ein Client damit empfinge, steht hier, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Subscribe to #</source>
        <translation># abonnieren</translation>
    </message>
    <message>
        <source>Received messages</source>
        <translation>Empfangene Nachrichten</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>What was published, and what became of it</source>
        <translation>Was veröffentlicht wurde und was daraus wurde</translation>
    </message>
    <message>
        <source>Which policy would have allowed it?</source>
        <translation>Welche Policy hätte es erlaubt?</translation>
    </message>
    <message>
        <source>See in Security which policy would have allowed it</source>
        <translation>In Sicherheit sehen, welche Policy es erlaubt hätte</translation>
    </message>
    <message>
        <source>%1 messages received</source>
        <translation>%1 Nachrichten empfangen</translation>
    </message>
    <message>
        <source>%1 messages on %2</source>
        <translation>%1 Nachrichten auf %2</translation>
    </message>
    <message>
        <source>Subscribe to a filter</source>
        <translation>Einen Filter abonnieren</translation>
    </message>
    <message>
        <source>Publish as the console or a device</source>
        <translation>Als Konsole oder Gerät veröffentlichen</translation>
    </message>
    <message>
        <source>Nothing was subscribed to yet.</source>
        <translation>Noch nichts abonniert.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TestDesk</name>
    <message>
        <source>Write a topic.</source>
        <translation>Schreiben Sie ein Topic.</translation>
    </message>
    <message>
        <source>This is no topic: %1.</source>
        <translation>Das ist kein Topic: %1.</translation>
    </message>
    <message>
        <source>AWS IoT takes 128 KiB at most; this is %1.</source>
        <translation>AWS IoT nimmt höchstens 128 KiB; das sind %1.</translation>
    </message>
    <message>
        <source>The response topic is none: %1.</source>
        <translation>Das Antwort-Topic ist keines: %1.</translation>
    </message>
    <message>
        <source>no word yet: it waits for its connection</source>
        <translation>noch kein Wort: es wartet auf seine Verbindung</translation>
    </message>
    <message>
        <source>no word yet</source>
        <translation>noch kein Wort</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgewiesen: %1</translation>
    </message>
    <message>
        <source>accepted, 1 receiver</source>
        <translation>angenommen, 1 Empfänger</translation>
    </message>
    <message>
        <source>accepted, %1 receivers</source>
        <translation>angenommen, %1 Empfänger</translation>
    </message>
    <message>
        <source>, %1 more wait for it</source>
        <translation>, %1 weitere warten darauf</translation>
    </message>
    <message>
        <source>, %1 did not get it</source>
        <translation>, %1 bekamen sie nicht</translation>
    </message>
    <message>
        <source>console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>Veröffentlicht auf</translation>
    </message>
    <message>
        <source>What the gateway said</source>
        <translation>Was das Gateway sagte</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TestEventPanel</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Test event, JSON</source>
        <translation>Testereignis, JSON</translation>
    </message>
    <message>
        <source>Test event</source>
        <translation>Testereignis</translation>
    </message>
    <message>
        <source>New, rename, delete</source>
        <translation>Neu, umbenennen, löschen</translation>
    </message>
    <message>
        <source>What can be done with test events</source>
        <translation>Was sich mit Testereignissen tun lässt</translation>
    </message>
    <message>
        <source>New test event …</source>
        <translation>Neues Testereignis …</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Version or alias that is called</source>
        <translation>Version oder Alias, die aufgerufen werden</translation>
    </message>
    <message>
        <source>Run the function with this event</source>
        <translation>Die Funktion mit diesem Ereignis ausführen</translation>
    </message>
    <message>
        <source>Saves, then runs the function with this event (Ctrl+Enter)</source>
        <translation>Speichert, dann wird die Funktion mit diesem Ereignis ausgeführt (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>$LATEST, as written</source>
        <translation>$LATEST, wie geschrieben</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>alias, version</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>New test event</source>
        <translation>Neues Testereignis</translation>
    </message>
    <message>
        <source>Its name:</source>
        <translation>Sein Name:</translation>
    </message>
    <message>
        <source>Rename the test event</source>
        <translation>Das Testereignis umbenennen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TestEvents</name>
    <message>
        <source>A test event needs a name.</source>
        <translation>Ein Testereignis braucht einen Namen.</translation>
    </message>
    <message>
        <source>The event is too large to be kept.</source>
        <translation>Das Ereignis ist zu groß, um behalten zu werden.</translation>
    </message>
    <message>
        <source>A function has %1 test events at most.</source>
        <translation>Eine Funktion hat höchstens %1 Testereignisse.</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TopBar</name>
    <message>
        <source>Wind farm at the edge</source>
        <translation>Windpark an der Edge</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Run a command (Ctrl+K) or go to anything (Ctrl+P)</source>
        <translation>Befehl ausführen (Strg+K) oder zu etwas gehen (Strg+P)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>View: panels, layout, zoom and motion</source>
        <translation>Ansicht: Felder, Anordnung, Größe und Bewegung</translation>
    </message>
    <message>
        <source>CAPTURE · %1</source>
        <translation>AUFZEICHNUNG · %1</translation>
    </message>
    <message>
        <source>What was recorded earlier. Nothing here is happening now.</source>
        <translation>Was früher aufgezeichnet wurde. Nichts davon geschieht jetzt.</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Search or run a command  Ctrl+K</source>
        <translation>Suchen oder Befehl ausführen  Strg+K</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume the view</source>
        <translation>Ansicht fortsetzen</translation>
    </message>
    <message>
        <source>Pause the view</source>
        <translation>Ansicht anhalten</translation>
    </message>
    <message>
        <source>Resume the view (Space)</source>
        <translation>Ansicht fortsetzen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause the view (Space). Nothing is lost meanwhile.</source>
        <translation>Ansicht anhalten (Leertaste). Nichts geht derweil verloren.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>paused · %1 new</source>
        <translation>angehalten · %1 neu</translation>
    </message>
    <message>
        <source>Switch to the light theme</source>
        <translation>Zum hellen Thema wechseln</translation>
    </message>
    <message>
        <source>Switch to the dark theme</source>
        <translation>Zum dunklen Thema wechseln</translation>
    </message>
    <message>
        <source>Light theme (Ctrl+Shift+D)</source>
        <translation>Helles Thema (Strg+Umschalt+D)</translation>
    </message>
    <message>
        <source>Dark theme (Ctrl+Shift+D)</source>
        <translation>Dunkles Thema (Strg+Umschalt+D)</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TopicDelegate</name>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>SIM</source>
        <translation>SIM</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TopicHistory</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TopicTreeModel</name>
    <message>
        <source>GATEWAY</source>
        <comment>the workspace&apos;s own broker, beside others</comment>
        <translation>GATEWAY</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>(empty level)</source>
        <translation>(leere Ebene)</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Last from %1</source>
        <translation>Zuletzt von %1</translation>
    </message>
    <message>
        <source>Quiet for more than three times its usual %1</source>
        <translation>Seit mehr als dem Dreifachen der üblichen %1 still</translation>
    </message>
    <message>
        <source>Pin: the broker keeps this retained message for everybody who subscribes later.</source>
        <translation>Nadel: der Broker behält diese Retained-Nachricht für alle, die später abonnieren.</translation>
    </message>
    <message>
        <source>Clock: a subscriber was just handed the kept message. It carries the retain flag and may be old.</source>
        <translation>Uhr: ein Abonnent bekam soeben die aufgehobene Nachricht. Sie trägt das Retain-Flag und kann alt sein.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TopicTreeView</name>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
</context>
<context>
    <name>greensward::ui::TopicsWorkspace</name>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Pause the tree (Space)</source>
        <translation>Baum anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Topics appear here when something is published.</source>
        <translation>Topics erscheinen hier, wenn etwas veröffentlicht wird.</translation>
    </message>
    <message>
        <source>Go to the bench</source>
        <translation>Zur Werkbank</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Pause the messages (Space)</source>
        <translation>Nachrichten anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Columns, times and limits of the messages</source>
        <translation>Spalten, Zeiten und Grenzen der Nachrichten</translation>
    </message>
    <message>
        <source>No messages yet. Start a turbine.</source>
        <translation>Noch keine Nachrichten. Starten Sie eine Turbine.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Keep only what %1 sends</source>
        <translation>Nur behalten, was %1 sendet</translation>
    </message>
    <message>
        <source>Expand all below</source>
        <translation>Alles darunter aufklappen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>Retained</translation>
    </message>
    <message>
        <source>Write a message …</source>
        <translation>Nachricht schreiben …</translation>
    </message>
    <message>
        <source>Subscribe to a filter …</source>
        <translation>Filter abonnieren …</translation>
    </message>
    <message>
        <source>Show the message</source>
        <translation>Nachricht zeigen</translation>
    </message>
    <message>
        <source>Show the history of the topic</source>
        <translation>Geschichte des Topics zeigen</translation>
    </message>
    <message>
        <source>Show the retained messages</source>
        <translation>Retained-Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Compare others with this message</source>
        <translation>Andere mit dieser Nachricht vergleichen</translation>
    </message>
    <message>
        <source>Compare with the one before again</source>
        <translation>Wieder mit der davor vergleichen</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 trimmed, %4</source>
        <translation>%1 von %2 Zeilen, %3 gekürzt, %4</translation>
    </message>
    <message>
        <source>%1 rows, %2 trimmed, %3</source>
        <translation>%1 Zeilen, %2 gekürzt, %3</translation>
    </message>
    <message>
        <source>The oldest rows are trimmed when there are more than %1, or more than %2.</source>
        <translation>Die ältesten Zeilen gehen, wenn es mehr als %1 sind oder mehr als %2.</translation>
    </message>
    <message>
        <source>0 of %1 match</source>
        <translation>0 von %1 passen</translation>
    </message>
    <message>
        <source>0 of %1 topics match</source>
        <translation>0 von %1 Topics passen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 messages on topics beyond the limit</source>
        <translation>%1 Nachrichten auf Topics jenseits der Grenze</translation>
    </message>
    <message>
        <source>paused, %1 new</source>
        <translation>angehalten, %1 neu</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>greensward::ui::VariablesModel</name>
    <message>
        <source>New variable</source>
        <translation>Neue Variable</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>greensward::ui::VersionRail</name>
    <message>
        <source>Versions of the shadow</source>
        <translation>Versionen des Shadows</translation>
    </message>
</context>
<context>
    <name>greensward::ui::VersionsModel</name>
    <message>
        <source>The beginning of the package&apos;s SHA-256: equal ones are the same code</source>
        <translation>Der Anfang des SHA-256 des Pakets: gleiche sind derselbe Code</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliase</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>greensward::ui::VersionsPage</name>
    <message>
        <source>Versions of the function, newest first</source>
        <translation>Versionen der Funktion, die neueste zuerst</translation>
    </message>
    <message>
        <source>Publish version …</source>
        <translation>Version veröffentlichen …</translation>
    </message>
    <message>
        <source>Point alias</source>
        <translation>Alias zeigen lassen</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Version löschen</translation>
    </message>
    <message>
        <source>Publish what is written as a version</source>
        <translation>Was geschrieben ist, als Version veröffentlichen</translation>
    </message>
    <message>
        <source>Saves, and keeps it as a version that does not change any more</source>
        <translation>Speichert und behält es als Version, die sich nicht mehr ändert</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Alias, for example prod</source>
        <translation>Alias, zum Beispiel prod</translation>
    </message>
    <message>
        <source>Point the alias to the chosen version</source>
        <translation>Den Alias auf die gewählte Version zeigen lassen</translation>
    </message>
    <message>
        <source>The alias means the chosen version from then on; it is made where there is none</source>
        <translation>Der Alias meint von da an die gewählte Version; wo es keinen gibt, wird er angelegt</translation>
    </message>
    <message>
        <source>Delete the chosen version</source>
        <translation>Die gewählte Version löschen</translation>
    </message>
    <message>
        <source>Publish a version</source>
        <translation>Eine Version veröffentlichen</translation>
    </message>
    <message>
        <source>What is to be said of it:</source>
        <translation>Was über sie zu sagen ist:</translation>
    </message>
    <message>
        <source>Write the name of the alias first.</source>
        <translation>Schreiben Sie zuerst den Namen des Alias.</translation>
    </message>
    <message>
        <source>$LATEST goes with the function alone.</source>
        <translation>$LATEST geht nur mit der Funktion.</translation>
    </message>
    <message>
        <source>Delete version %1 of %2? It cannot be brought back.</source>
        <translation>Version %1 von %2 löschen? Das lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>greensward::ui::WayChoice</name>
    <message>
        <source>Way of %1: direct messages or its shadow</source>
        <translation>Weg von %1: direkte Nachrichten oder sein Shadow</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>By its shadow: what is desired waits in the cloud, and it catches up when it returns</source>
        <translation>Über seinen Shadow: das Gewünschte wartet in der Cloud, und es holt nach, wenn es zurückkommt</translation>
    </message>
    <message>
        <source>By direct messages: what is said while it is away is lost</source>
        <translation>Mit direkten Nachrichten: was gesagt wird, während es weg ist, geht verloren</translation>
    </message>
</context>
<context>
    <name>greensward::ui::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>The Internet of Things on one laptop: devices, gateway and cloud, every message visible and explained.</source>
        <translation>Das Internet der Dinge auf einem Laptop: Geräte, Gateway und Cloud, jede Nachricht sichtbar und erklärt.</translation>
    </message>
    <message>
        <source>Start the workshop</source>
        <translation>Workshop beginnen</translation>
    </message>
    <message>
        <source>Everything is simulated. Nothing leaves this laptop.</source>
        <translation>Alles ist simuliert. Nichts verlässt diesen Laptop.</translation>
    </message>
    <message>
        <source>Reopen the last session</source>
        <translation>Letzte Sitzung wieder öffnen</translation>
    </message>
    <message>
        <source>Connect my AWS account …</source>
        <translation>Mit meinem AWS-Konto verbinden …</translation>
    </message>
    <message>
        <source>Just a broker …</source>
        <translation>Nur ein Broker …</translation>
    </message>
    <message>
        <source>Open a capture …</source>
        <translation>Aufzeichnung öffnen …</translation>
    </message>
</context>
<context>
    <name>greensward::ui::WhyPopup</name>
    <message>
        <source>See also: %1</source>
        <translation>Siehe auch: %1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
</TS>
