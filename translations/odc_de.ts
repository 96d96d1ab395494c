<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>The server does not say that it deleted the object</source>
        <translation>Der Server bestätigt nicht, dass er das Objekt gelöscht hat</translation>
    </message>
</context>
<context>
    <name>ApiError</name>
    <message>
        <source>The server&apos;s name could not be found</source>
        <translation>Der Name des Servers wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Nothing answers at the server&apos;s address</source>
        <translation>Unter der Adresse des Servers antwortet nichts</translation>
    </message>
    <message>
        <source>The connection broke before an answer came</source>
        <translation>Die Verbindung brach ab, bevor eine Antwort kam</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted</source>
        <translation>Das Zertifikat des Servers wurde nicht anerkannt</translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The API key was not accepted</source>
        <translation>Der API-Schlüssel wurde nicht angenommen</translation>
    </message>
    <message>
        <source>The API key may not do this</source>
        <translation>Der API-Schlüssel darf das nicht</translation>
    </message>
    <message>
        <source>It does not exist, or not in this project</source>
        <translation>Das gibt es nicht, oder nicht in diesem Projekt</translation>
    </message>
    <message>
        <source>This server does not offer the operation</source>
        <translation>Dieser Server bietet den Vorgang nicht an</translation>
    </message>
    <message>
        <source>It is being changed by someone else right now</source>
        <translation>Es wird gerade von jemand anderem geändert</translation>
    </message>
    <message>
        <source>It is larger than the server accepts</source>
        <translation>Es ist größer, als der Server annimmt</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Der Server hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Too many requests: the rate limit is reached</source>
        <translation>Zu viele Anfragen: Die Ratenbegrenzung ist erreicht</translation>
    </message>
    <message>
        <source>The quota or the credit of this account is used up</source>
        <translation>Das Kontingent oder Guthaben dieses Kontos ist aufgebraucht</translation>
    </message>
    <message>
        <source>The server had an error</source>
        <translation>Beim Server ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>The answer is not one of the OpenAI API</source>
        <translation>Die Antwort ist keine der OpenAI-API</translation>
    </message>
    <message>
        <source>The server sent the request elsewhere, which was not followed</source>
        <translation>Der Server hat die Anfrage anderswohin verwiesen; dem wurde nicht gefolgt</translation>
    </message>
    <message>
        <source>The answer was lost, so it may or may not have been done</source>
        <translation>Die Antwort ging verloren; ob es geschehen ist, ist ungewiss</translation>
    </message>
    <message>
        <source>This profile is read-only</source>
        <translation>Dieses Profil ist schreibgeschützt</translation>
    </message>
    <message>
        <source>A file on this computer could not be used</source>
        <translation>Eine Datei auf diesem Rechner war nicht benutzbar</translation>
    </message>
    <message>
        <source>This profile has no API key</source>
        <translation>Dieses Profil hat keinen API-Schlüssel</translation>
    </message>
    <message>
        <source>The API key was not sent, because the connection would not be encrypted</source>
        <translation>Der API-Schlüssel wurde nicht gesendet, weil die Verbindung unverschlüsselt wäre</translation>
    </message>
    <message>
        <source>Check the base URL of the profile, and the network.</source>
        <translation>Basis-URL des Profils und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the base URL and its port, and that the server runs.</source>
        <translation>Basis-URL und Port prüfen, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>In einem Augenblick erneut versuchen.</translation>
    </message>
    <message>
        <source>If your company uses its own certificate authority, set it in the profile.</source>
        <translation>Benutzt die Firma eine eigene Zertifizierungsstelle, lässt sie sich im Profil eintragen.</translation>
    </message>
    <message>
        <source>Enter a valid key in the profile; check organization and project.</source>
        <translation>Im Profil einen gültigen Schlüssel eintragen; Organisation und Projekt prüfen.</translation>
    </message>
    <message>
        <source>Ask for the permission, or use another key.</source>
        <translation>Um die Berechtigung bitten oder einen anderen Schlüssel benutzen.</translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation>Die Liste aktualisieren.</translation>
    </message>
    <message>
        <source>Wait a little; everything else waits too.</source>
        <translation>Ein wenig warten; alles andere wartet auch.</translation>
    </message>
    <message>
        <source>Someone has to raise the limit or add credit; trying again does not help.</source>
        <translation>Jemand muss die Grenze anheben oder Guthaben aufladen; ein neuer Versuch hilft nicht.</translation>
    </message>
    <message>
        <source>Check the base URL; it usually ends in /v1.</source>
        <translation>Basis-URL prüfen; sie endet meist auf /v1.</translation>
    </message>
    <message>
        <source>Look at the list before you try again, so that nothing is made twice.</source>
        <translation>Vor einem neuen Versuch die Liste ansehen, damit nichts doppelt entsteht.</translation>
    </message>
    <message>
        <source>Switch off read-only in the profile to change things.</source>
        <translation>Um etwas zu ändern, im Profil den Schreibschutz ausschalten.</translation>
    </message>
    <message>
        <source>Check that it exists, that you may use it, and that the disk has room.</source>
        <translation>Prüfen, ob es sie gibt, ob sie benutzt werden darf und ob auf dem Datenträger Platz ist.</translation>
    </message>
    <message>
        <source>Enter one in the profile.</source>
        <translation>Im Profil einen eintragen.</translation>
    </message>
    <message>
        <source>Use a base URL that begins with https; http is for this computer only.</source>
        <translation>Eine Basis-URL benutzen, die mit https beginnt; http gilt nur für diesen Rechner.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message numerus="yes">
        <source>It works: %n model(s) can be used.</source>
        <translation>
            <numerusform>Es geht: %n Modell ist benutzbar.</numerusform>
            <numerusform>Es geht: %n Modelle sind benutzbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of files cannot be read, though</source>
        <translation>Die Liste der Dateien ist allerdings nicht lesbar</translation>
    </message>
    <message>
        <source>The base URL is no http or https address. It should look like https://api.openai.com/v1.</source>
        <translation>Die Basis-URL ist keine http- oder https-Adresse. Sie sollte aussehen wie https://api.openai.com/v1.</translation>
    </message>
    <message>
        <source>The name of the server cannot be found: check the spelling of the base URL, and the network</source>
        <translation>Der Name des Servers ist nicht zu finden: Schreibweise der Basis-URL und Netzwerk prüfen</translation>
    </message>
    <message>
        <source>Nothing answers at this address: check host and port, the proxy, and that the server runs</source>
        <translation>Unter dieser Adresse antwortet nichts: Host und Port prüfen, den Proxy, und ob der Server läuft</translation>
    </message>
    <message>
        <source>The connection broke or stayed silent: check the network and the proxy</source>
        <translation>Die Verbindung brach ab oder blieb stumm: Netzwerk und Proxy prüfen</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted. If it comes from your company&apos;s own authority, set its file in the profile</source>
        <translation>Das Zertifikat des Servers wurde nicht anerkannt. Kommt es von einer eigenen Stelle der Firma, deren Datei im Profil eintragen</translation>
    </message>
    <message>
        <source>The server was reached, but it does not accept the API key: check the key, the organization and the project</source>
        <translation>Der Server ist erreichbar, nimmt aber den API-Schlüssel nicht an: Schlüssel, Organisation und Projekt prüfen</translation>
    </message>
    <message>
        <source>The key is accepted, but it may not list models: give it the permission or use another</source>
        <translation>Der Schlüssel wird angenommen, darf aber keine Modelle auflisten: ihm die Berechtigung geben oder einen anderen benutzen</translation>
    </message>
    <message>
        <source>Something answers, but not this API at this path. The base URL usually ends in /v1</source>
        <translation>Es antwortet etwas, aber unter diesem Pfad nicht diese API. Die Basis-URL endet meist auf /v1</translation>
    </message>
    <message>
        <source>What answers there is not the OpenAI API: the answer is no list of models</source>
        <translation>Was dort antwortet, ist nicht die OpenAI-API: Die Antwort ist keine Liste von Modellen</translation>
    </message>
    <message>
        <source>The key works, but the rate limit is reached right now: try again in a minute</source>
        <translation>Der Schlüssel funktioniert, aber die Ratenbegrenzung ist gerade erreicht: in einer Minute erneut versuchen</translation>
    </message>
    <message>
        <source>The server was reached, but has an error of its own: try again later</source>
        <translation>Der Server ist erreichbar, hat aber selbst einen Fehler: später erneut versuchen</translation>
    </message>
</context>
<context>
    <name>FilePurpose</name>
    <message>
        <source>Any use: input of models, vector stores</source>
        <translation>Beliebig: Eingabe für Modelle, Vektorspeicher</translation>
    </message>
    <message>
        <source>Search in vector stores, code interpreter</source>
        <translation>Suche in Vektorspeichern, Code-Interpreter</translation>
    </message>
    <message>
        <source>Input of a batch, one request a line</source>
        <translation>Eingabe eines Batches, eine Anfrage je Zeile</translation>
    </message>
    <message>
        <source>Training data, one example a line</source>
        <translation>Trainingsdaten, ein Beispiel je Zeile</translation>
    </message>
    <message>
        <source>Data of an eval, one item a line</source>
        <translation>Daten eines Evals, ein Eintrag je Zeile</translation>
    </message>
    <message>
        <source>Images as input of models</source>
        <translation>Bilder als Eingabe für Modelle</translation>
    </message>
    <message>
        <source>Made by an assistant</source>
        <translation>Von einem Assistenten erzeugt</translation>
    </message>
    <message>
        <source>Results or errors of a batch</source>
        <translation>Ergebnisse oder Fehler eines Batches</translation>
    </message>
    <message>
        <source>Metrics of a fine-tuning job</source>
        <translation>Kennzahlen eines Fine-Tuning-Auftrags</translation>
    </message>
    <message>
        <source>A purpose this program does not know</source>
        <translation>Ein Zweck, den dieses Programm nicht kennt</translation>
    </message>
</context>
<context>
    <name>FilterExpression</name>
    <message>
        <source>There is no field “%1” in this list</source>
        <translation>In dieser Liste gibt es kein Feld „%1“</translation>
    </message>
    <message>
        <source>“%1” holds text: use : or =</source>
        <translation>„%1“ enthält Text: : oder = benutzen</translation>
    </message>
    <message>
        <source>“%1” is not understood: try size&gt;10MB, created&lt;7d, created&gt;=2026-11-01</source>
        <translation>„%1“ ist nicht verständlich: etwa size&gt;10MB, created&lt;7d, created&gt;=2026-11-01</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, a date format</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm:ss</source>
        <comment>a date format</comment>
        <translation>d. MMM yyyy, HH:mm:ss</translation>
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
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>bytes per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>The answer is empty</source>
        <translation>Die Antwort ist leer</translation>
    </message>
    <message>
        <source>The answer is no JSON: %1 at byte %2</source>
        <translation>Die Antwort ist kein JSON: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>The answer is no JSON object</source>
        <translation>Die Antwort ist kein JSON-Objekt</translation>
    </message>
</context>
<context>
    <name>JsonStore</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 war nicht lesbar: %2</translation>
    </message>
    <message>
        <source>it is of format %1, which this version does not know</source>
        <translation>das Format %1 kennt diese Version nicht</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>beschädigt (%1)</translation>
    </message>
    <message>
        <source>%1 was not used: %2. It is kept as %3.</source>
        <translation>%1 wurde nicht benutzt: %2. Die Datei bleibt als %3 erhalten.</translation>
    </message>
    <message>
        <source>%1 was not used: %2.</source>
        <translation>%1 wurde nicht benutzt: %2.</translation>
    </message>
    <message>
        <source>%1 was not saved: the file there could not be read, nor put aside. Move it away.</source>
        <translation>%1 wurde nicht gespeichert: Die vorhandene Datei ließ sich weder lesen noch beiseitelegen. Bitte verschieben.</translation>
    </message>
</context>
<context>
    <name>LostAnswer</name>
    <message>
        <source>“%1” was sent, but the answer was lost, and the list could not be asked. It may be there.</source>
        <translation>„%1“ wurde gesendet, aber die Antwort ging verloren, und die Liste konnte nicht gefragt werden. Es könnte dort sein.</translation>
    </message>
    <message>
        <source>“%1” was sent, but the answer was lost. The list holds nothing new that looks like it.</source>
        <translation>„%1“ wurde gesendet, aber die Antwort ging verloren. Die Liste enthält nichts Neues, das so aussieht.</translation>
    </message>
    <message>
        <source>“%1” was sent, but the answer was lost. The list holds something new that looks like it: %2.</source>
        <translation>„%1“ wurde gesendet, aber die Antwort ging verloren. Die Liste enthält etwas Neues, das so aussieht: %2.</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>The list goes round in a circle and has no end</source>
        <translation>Die Liste läuft im Kreis und hat kein Ende</translation>
    </message>
</context>
<context>
    <name>PartFile</name>
    <message>
        <source>%1 of %2 bytes arrived; the file was not kept</source>
        <translation>%1 von %2 Bytes kamen an; die Datei wurde nicht behalten</translation>
    </message>
    <message>
        <source>%1 (the download is kept as %2)</source>
        <translation>%1 (der Download bleibt als %2 erhalten)</translation>
    </message>
    <message>
        <source>%1 of %2 bytes arrived; what came is kept as %3</source>
        <translation>%1 von %2 Bytes kamen an; das Angekommene liegt in %3</translation>
    </message>
    <message>
        <source>the server began at another byte than it was asked for</source>
        <translation>der Server begann bei einem anderen Byte als verlangt</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Give the profile a name.</source>
        <translation>Dem Profil einen Namen geben.</translation>
    </message>
    <message>
        <source>The base URL must be like https://host/v1, without user name, query or #.</source>
        <translation>Die Basis-URL muss aussehen wie https://host/v1, ohne Benutzernamen, Abfrage oder #.</translation>
    </message>
    <message>
        <source>The certificate file cannot be read.</source>
        <translation>Die Zertifikatdatei ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
</context>
<context>
    <name>ProxyAddress</name>
    <message>
        <source>The proxy must be like http://host:3128 or socks5://host:1080.</source>
        <translation>Der Proxy muss wie http://host:3128 oder socks5://host:1080 aussehen.</translation>
    </message>
    <message>
        <source>The proxy must be without user name and password: they would be kept in a plain file.</source>
        <translation>Der Proxy darf weder Benutzernamen noch Passwort enthalten: Sie stünden lesbar in einer Datei.</translation>
    </message>
</context>
<context>
    <name>QnamTransport</name>
    <message>
        <source>“%1” holds no certificate in PEM format, or cannot be read</source>
        <translation>„%1“ enthält kein Zertifikat im PEM-Format oder ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>RequestBody</name>
    <message>
        <source>the file was changed while it was being sent</source>
        <translation>die Datei wurde während des Sendens geändert</translation>
    </message>
    <message>
        <source>this is not a regular file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>RequestQueue</name>
    <message>
        <source>The answer took too long</source>
        <translation>Die Antwort hat zu lange gedauert</translation>
    </message>
    <message>
        <source>An HTML page came instead of the content</source>
        <translation>Statt des Inhalts kam eine HTML-Seite</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>Die Antwort ist zu groß</translation>
    </message>
    <message>
        <source>The answer has no HTTP status</source>
        <translation>Die Antwort hat keinen HTTP-Status</translation>
    </message>
    <message>
        <source>It points to %1</source>
        <translation>Sie verweist auf %1</translation>
    </message>
    <message>
        <source>An HTML page came instead of an answer</source>
        <translation>Statt einer Antwort kam eine HTML-Seite</translation>
    </message>
    <message>
        <source>There is no object with an empty id</source>
        <translation>Ein Objekt mit leerer ID gibt es nicht</translation>
    </message>
    <message>
        <source>“%1” is not an http or https address</source>
        <translation>„%1“ ist keine http- oder https-Adresse</translation>
    </message>
    <message>
        <source>This operation needs an admin key</source>
        <translation>Dieser Vorgang braucht einen Admin-Schlüssel</translation>
    </message>
    <message>
        <source>The key holds spaces or characters that no key has</source>
        <translation>Der Schlüssel enthält Leerzeichen oder Zeichen, die in keinem Schlüssel vorkommen</translation>
    </message>
    <message>
        <source>%1 is not encrypted</source>
        <translation>%1 ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>The content came compressed (%1) although that was not asked for</source>
        <translation>Der Inhalt kam komprimiert (%1), obwohl das nicht verlangt war</translation>
    </message>
    <message>
        <source>HTTP %1 came instead of the whole content</source>
        <translation>Statt des ganzen Inhalts kam HTTP %1</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>SourceIdentity</name>
    <message>
        <source>this is not a regular file</source>
        <translation>das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>die Datei ist weg</translation>
    </message>
</context>
<context>
    <name>UploadCheck</name>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>This purpose takes .jsonl files only</source>
        <translation>Dieser Zweck nimmt nur .jsonl-Dateien</translation>
    </message>
    <message>
        <source>You may not read this file</source>
        <translation>Keine Leseberechtigung für diese Datei</translation>
    </message>
    <message>
        <source>Not a regular file</source>
        <translation>Keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Another file here has the same name</source>
        <translation>Eine andere Datei hier heißt genauso</translation>
    </message>
    <message>
        <source>Larger than 200 MB, the limit for batch input</source>
        <translation>Größer als 200 MB, die Grenze für Batch-Eingaben</translation>
    </message>
    <message>
        <source>Larger than 8 GB, the limit for one file</source>
        <translation>Größer als 8 GB, die Grenze für eine Datei</translation>
    </message>
</context>
<context>
    <name>odc::AboutDialog</name>
    <message>
        <source>A console for everything an OpenAI project stores and runs. It is an independent program and not made by OpenAI.</source>
        <translation>Eine Konsole für alles, was ein OpenAI-Projekt speichert und ausführt. Sie ist ein unabhängiges Programm und nicht von OpenAI.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>odc::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>odc::ActivityPanel</name>
    <message>
        <source>Copy as cUR&amp;L</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy as P&amp;ython</source>
        <translation>Als P&amp;ython kopieren</translation>
    </message>
    <message>
        <source>Cle&amp;ar</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Noch keine Anfragen.</translation>
    </message>
    <message>
        <source>Every call of this session appears here, without its key.</source>
        <translation>Hier erscheint jede Anfrage dieser Sitzung, ohne ihren Schlüssel.</translation>
    </message>
    <message>
        <source>Show &amp;error</source>
        <translation>&amp;Fehler zeigen</translation>
    </message>
    <message>
        <source>Filter: path, status:429, duration&gt;1000 …</source>
        <translation>Filter: Pfad, status:429, duration&gt;1000 …</translation>
    </message>
</context>
<context>
    <name>odc::BulkJob</name>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>found in the list</source>
        <translation>in der Liste gefunden</translation>
    </message>
</context>
<context>
    <name>odc::BulkModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Näheres</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>Antwort verloren</translation>
    </message>
    <message>
        <source>Uploading %1 of %2</source>
        <translation>%1 von %2 wird hochgeladen</translation>
    </message>
    <message>
        <source>Downloading %1 of %2</source>
        <translation>%1 von %2 wird heruntergeladen</translation>
    </message>
    <message>
        <source>Deleting %1 of %2</source>
        <translation>%1 von %2 wird gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uploaded</source>
        <translation>
            <numerusform>%Ln hochgeladen</numerusform>
            <numerusform>%Ln hochgeladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downloaded</source>
        <translation>
            <numerusform>%Ln heruntergeladen</numerusform>
            <numerusform>%Ln heruntergeladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln gelöscht</numerusform>
            <numerusform>%Ln gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without an answer</source>
        <translation>
            <numerusform>%Ln ohne Antwort</numerusform>
            <numerusform>%Ln ohne Antwort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BulkReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Sie ist da</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Which of them it is</source>
        <translation>Welche davon es ist</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>%Ln Fehler erneut versuchen</numerusform>
            <numerusform>%Ln Fehler erneut versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln</source>
        <translation>
            <numerusform>Mit %Ln weitermachen</numerusform>
            <numerusform>Mit %Ln weitermachen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>odc::BulkStrip</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagene erneut versuchen</numerusform>
            <numerusform>%Ln fehlgeschlagene erneut versuchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln</source>
        <translation>
            <numerusform>Mit %Ln fortfahren</numerusform>
            <numerusform>Mit %Ln fortfahren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::Chip</name>
    <message>
        <source>Click to change, Delete to remove</source>
        <translation>Klick ändert, Entf entfernt</translation>
    </message>
</context>
<context>
    <name>odc::ChipBar</name>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
</context>
<context>
    <name>odc::ColourPicker</name>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Pink</translation>
    </message>
</context>
<context>
    <name>odc::ConfirmDialog</name>
    <message>
        <source>What is touched</source>
        <translation>Was betroffen ist</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zur Bestätigung %1 eingeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>odc::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>odc::DeleteFilesJob</name>
    <message>
        <source>was already gone</source>
        <translation>war schon weg</translation>
    </message>
</context>
<context>
    <name>odc::DetailsPane</name>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>JSON</source>
        <comment>tab</comment>
        <translation>JSON</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time, number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>date, distance</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>odc::Dock</name>
    <message>
        <source>Bottom panel</source>
        <translation>Unterer Bereich</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Bereich schließen</translation>
    </message>
    <message>
        <source>Transfers (%1)</source>
        <translation>Übertragungen (%1)</translation>
    </message>
</context>
<context>
    <name>odc::DownloadTask</name>
    <message>
        <source>saved as %1</source>
        <translation>gespeichert als %1</translation>
    </message>
    <message>
        <source>saved as %1, because “%2” belongs to another file by now</source>
        <translation>gespeichert als %1, weil „%2“ inzwischen einer anderen Datei gehört</translation>
    </message>
</context>
<context>
    <name>odc::EnvironmentSecrets</name>
    <message>
        <source>This profile&apos;s keys come from environment variables.</source>
        <translation>Die Schlüssel dieses Profils kommen aus Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>Change OPENAI_API_KEY or OPENAI_ADMIN_KEY and start the console again.</source>
        <translation>OPENAI_API_KEY oder OPENAI_ADMIN_KEY ändern und die Konsole neu starten.</translation>
    </message>
    <message>
        <source>Keys come from the environment and are never saved.</source>
        <translation>Die Schlüssel kommen aus der Umgebung und werden nie gespeichert.</translation>
    </message>
</context>
<context>
    <name>odc::FieldGrid</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>odc::FileCommands</name>
    <message>
        <source>The service does not hand out files for “%1”, so %2 cannot be downloaded.</source>
        <translation>Der Dienst gibt Dateien für „%1“ nicht heraus; %2 lässt sich nicht herunterladen.</translation>
    </message>
    <message numerus="yes">
        <source>The service does not hand out the content of these %Ln files.</source>
        <translation>
            <numerusform>Der Dienst gibt den Inhalt dieser %Ln Datei nicht heraus.</numerusform>
            <numerusform>Der Dienst gibt den Inhalt dieser %Ln Dateien nicht heraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Download into folder</source>
        <translation>In Ordner herunterladen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln file(s)?</source>
        <translation>
            <numerusform>%Ln Datei löschen?</numerusform>
            <numerusform>%Ln Dateien löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on profile “%2”. This cannot be undone.</source>
        <translation>%1 im Profil „%2“. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Deleted files also leave every vector store they are in. Batches and fine-tuning jobs that still need them fail.</source>
        <translation>Gelöschte Dateien verschwinden auch aus jedem Vektorspeicher. Batches und Fine-Tuning-Aufträge, die sie noch brauchen, schlagen fehl.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>%Ln löschen</numerusform>
            <numerusform>%Ln löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln file(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Datei der PRODUKTION löschen?</numerusform>
            <numerusform>%Ln Dateien der PRODUKTION löschen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FileDetails</name>
    <message>
        <source>Select a file to see what it is.</source>
        <translation>Eine Datei auswählen, um zu sehen, was sie ist.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The file object as JSON</source>
        <translation>Das Dateiobjekt als JSON</translation>
    </message>
    <message>
        <source>can be downloaded</source>
        <translation>kann heruntergeladen werden</translation>
    </message>
    <message>
        <source>not handed out by the service</source>
        <translation>wird vom Dienst nicht herausgegeben</translation>
    </message>
</context>
<context>
    <name>odc::FilePreview</name>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Files for “%1” cannot be looked into.</source>
        <translation>In Dateien für „%1“ lässt sich nicht hineinsehen.</translation>
    </message>
    <message>
        <source>The service stores them, but hands their content out to nobody.</source>
        <translation>Der Dienst speichert sie, gibt ihren Inhalt aber niemandem heraus.</translation>
    </message>
    <message>
        <source>Fetching the beginning of the file…</source>
        <translation>Der Anfang der Datei wird geholt…</translation>
    </message>
    <message>
        <source>The service does not hand out this file.</source>
        <translation>Der Dienst gibt diese Datei nicht heraus.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This file holds no text or picture that can be shown.</source>
        <translation>Diese Datei enthält weder Text noch ein Bild, das sich zeigen lässt.</translation>
    </message>
    <message>
        <source>The picture is too large for a preview.</source>
        <translation>Das Bild ist zu groß für eine Vorschau.</translation>
    </message>
    <message>
        <source>decoded from base64</source>
        <translation>aus Base64 entschlüsselt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>Das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>odc::FilesModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>This file is kept until it is deleted.</source>
        <translation>Diese Datei bleibt, bis sie gelöscht wird.</translation>
    </message>
</context>
<context>
    <name>odc::FilesPage</name>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>He&amp;runterladen…</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>This server has no files area.</source>
        <translation>Dieser Server hat keinen Bereich für Dateien.</translation>
    </message>
    <message>
        <source>There are no files here yet.</source>
        <translation>Hier sind noch keine Dateien.</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere on this page, or start with some sample data.</source>
        <translation>Dateien oder Ordner irgendwo auf dieser Seite ablegen oder mit Beispieldaten beginnen.</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere on this page.</source>
        <translation>Dateien oder Ordner irgendwo auf dieser Seite ablegen.</translation>
    </message>
    <message>
        <source>purpose: any</source>
        <translation>Zweck: jeder</translation>
    </message>
    <message>
        <source>purpose: %1</source>
        <translation>Zweck: %1</translation>
    </message>
    <message>
        <source>created: any time</source>
        <translation>erstellt: jederzeit</translation>
    </message>
    <message>
        <source>created: last 24 h</source>
        <translation>erstellt: letzte 24 h</translation>
    </message>
    <message>
        <source>created: last 7 days</source>
        <translation>erstellt: letzte 7 Tage</translation>
    </message>
    <message>
        <source>created: last 30 days</source>
        <translation>erstellt: letzte 30 Tage</translation>
    </message>
    <message numerus="yes">
        <source>D&amp;elete %Ln…</source>
        <translation>
            <numerusform>%Ln &amp;löschen…</numerusform>
            <numerusform>%Ln &amp;löschen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything the project has stored: loading…</source>
        <translation>Alles, was das Projekt gespeichert hat: wird geladen…</translation>
    </message>
    <message>
        <source>Everything the project has stored, to look into, download and clean up.</source>
        <translation>Alles, was das Projekt gespeichert hat: zum Ansehen, Herunterladen und Aufräumen.</translation>
    </message>
    <message>
        <source>The clipboard holds no files.</source>
        <translation>In der Zwischenablage sind keine Dateien.</translation>
    </message>
    <message>
        <source>&amp;Upload files…</source>
        <translation>Dateien &amp;hochladen…</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>Dateien &amp;einfügen</translation>
    </message>
    <message>
        <source>Filter: name, id, size&gt;10MB …</source>
        <translation>Filter: Name, ID, size&gt;10MB …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln Datei, %1</numerusform>
            <numerusform>%Ln Dateien, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1</source>
        <translation>
            <numerusform>%Ln ausgewählt, %1</numerusform>
            <numerusform>%Ln ausgewählt, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>odc::FindBar</name>
    <message>
        <source>Find in text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>from the end</source>
        <translation>vom Ende her</translation>
    </message>
    <message>
        <source>from the beginning</source>
        <translation>von vorn</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>odc::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>odc::JsonView</name>
    <message numerus="yes">
        <source>… %Ln more character(s) not shown</source>
        <translation>
            <numerusform>… %Ln weiteres Zeichen nicht gezeigt</numerusform>
            <numerusform>… %Ln weitere Zeichen nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>odc::KeychainSecretStore</name>
    <message>
        <source>Access to the system&apos;s keychain was refused.</source>
        <translation>Der Zugriff auf den Schlüsselbund des Systems wurde verweigert.</translation>
    </message>
    <message>
        <source>Allow it when the system asks, and try again.</source>
        <translation>Bei der Nachfrage des Systems erlauben und erneut versuchen.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>This system offers no keychain right now.</source>
        <translation>Dieses System bietet gerade keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Start a keychain service such as GNOME Keyring or KWallet, or enter the key for this run.</source>
        <translation>Einen Schlüsselbunddienst wie GNOME Keyring oder KWallet starten oder den Schlüssel für diese Sitzung eingeben.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not give out the key that was stored there.</source>
        <translation>Der Schlüsselbund des Systems gab den dort abgelegten Schlüssel nicht heraus.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or enter the key anew.</source>
        <translation>Den Schlüsselbund entsperren und erneut versuchen oder den Schlüssel neu eingeben.</translation>
    </message>
    <message>
        <source>Keys are kept in the system&apos;s keychain.</source>
        <translation>Die Schlüssel liegen im Schlüsselbund des Systems.</translation>
    </message>
</context>
<context>
    <name>odc::ListPage</name>
    <message>
        <source>Copy as cUR&amp;L</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy as P&amp;ython</source>
        <translation>Als P&amp;ython kopieren</translation>
    </message>
    <message>
        <source>Show det&amp;ails</source>
        <translation>Det&amp;ails zeigen</translation>
    </message>
    <message>
        <source>Add sample data</source>
        <translation>Beispieldaten hinzufügen</translation>
    </message>
    <message>
        <source>The profile is read-only.</source>
        <translation>Das Profil ist schreibgeschützt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln gezeigt</numerusform>
            <numerusform>%Ln gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen…</translation>
    </message>
    <message>
        <source>The sample data could not be added: %1</source>
        <translation>Die Beispieldaten ließen sich nicht hinzufügen: %1</translation>
    </message>
</context>
<context>
    <name>odc::ListPane</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Die Liste filtern</translation>
    </message>
    <message>
        <source>Words look everywhere. purpose:batch looks in one field, -word leaves out.
size&gt;10MB, created&lt;7d, expires&lt;3d and created&gt;=2026-11-01 compare.</source>
        <translation>Wörter suchen überall. purpose:batch sucht in einem Feld, -wort schließt aus.
size&gt;10MB, created&lt;7d, expires&lt;3d und created&gt;=2026-11-01 vergleichen.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts entspricht dem Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The list could not be refreshed: %1.</source>
        <translation>Die Liste ließ sich nicht aktualisieren: %1.</translation>
    </message>
    <message>
        <source>Loading was stopped; the list may not be whole.</source>
        <translation>Das Laden wurde angehalten; die Liste ist vielleicht nicht vollständig.</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alles laden</translation>
    </message>
    <message>
        <source>S&amp;top loading</source>
        <translation>Laden &amp;anhalten</translation>
    </message>
    <message>
        <source>Edit profile…</source>
        <translation>Profil bearbeiten…</translation>
    </message>
</context>
<context>
    <name>odc::LostAnswerDialog</name>
    <message>
        <source>Is it there?</source>
        <translation>Ist sie da?</translation>
    </message>
    <message>
        <source>Which of them it is</source>
        <translation>Welche davon es ist</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Sie ist da</translation>
    </message>
</context>
<context>
    <name>odc::MainWindow</name>
    <message>
        <source>Opening “%1”…</source>
        <translation>„%1“ wird geöffnet…</translation>
    </message>
    <message>
        <source>Change the profile?</source>
        <translation>Profil wechseln?</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Profile…</translation>
    </message>
    <message>
        <source>Change read-only?</source>
        <translation>Schreibschutz ändern?</translation>
    </message>
    <message>
        <source>This is still running and would be stopped:</source>
        <translation>Das läuft noch und würde angehalten:</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Beenden?</translation>
    </message>
    <message>
        <source>Stop and change</source>
        <translation>Anhalten und wechseln</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Drop to upload</source>
        <translation>Zum Hochladen loslassen</translation>
    </message>
    <message>
        <source>You choose the purpose next; nothing is sent before that.</source>
        <translation>Den Zweck wählen Sie als Nächstes; vorher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>odc::MemorySecretStore</name>
    <message>
        <source>Keys are kept in memory until you quit.</source>
        <translation>Die Schlüssel bleiben bis zum Beenden im Arbeitsspeicher.</translation>
    </message>
</context>
<context>
    <name>odc::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Details der Meldung</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
</context>
<context>
    <name>odc::NavList</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>odc::NavPanel</name>
    <message>
        <source>Areas</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>Read-only: on</source>
        <translation>Schreibschutz: an</translation>
    </message>
    <message>
        <source>Read-only: off</source>
        <translation>Schreibschutz: aus</translation>
    </message>
    <message>
        <source>Nothing can be changed on this profile. Click to allow changes.</source>
        <translation>In diesem Profil lässt sich nichts ändern. Klick erlaubt Änderungen.</translation>
    </message>
    <message>
        <source>Click to make sure that nothing is changed on this profile.</source>
        <translation>Klick stellt sicher, dass in diesem Profil nichts geändert wird.</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>&amp;Manage profiles…</source>
        <translation>Profile &amp;verwalten…</translation>
    </message>
</context>
<context>
    <name>odc::NewEvalDialog</name>
    <message>
        <source>New eval</source>
        <translation>Neues Eval</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>odc::NewRunDialog</name>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>odc::PartsModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>moving</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>bytes</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>odc::PartsUploadTask</name>
    <message>
        <source>“%1” was changed since its upload began. What is at the server is of the old file; a retry uploads the new one from its start.</source>
        <translation>„%1“ wurde geändert, seit das Hochladen begann. Was am Server liegt, ist von der alten Datei; ein neuer Versuch lädt die neue von vorn hoch.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” is larger than the 8 GB that an upload takes.</source>
        <translation>„%1“ ist größer als die 8 GB, die ein Upload fasst.</translation>
    </message>
    <message>
        <source>The server does not say what became of the upload.</source>
        <translation>Der Server sagt nicht, was aus dem Upload wurde.</translation>
    </message>
    <message>
        <source>it was complete before it could be cancelled</source>
        <translation>er war fertig, bevor er abgebrochen werden konnte</translation>
    </message>
    <message>
        <source>the server could not be told; it drops the parts by itself at %1</source>
        <translation>dem Server konnte es nicht gesagt werden; er verwirft die Teile selbst um %1</translation>
    </message>
    <message>
        <source>An upload lasts an hour at the server, and this line needs longer for %1.</source>
        <translation>Ein Upload gilt am Server eine Stunde, und diese Leitung braucht für %1 länger.</translation>
    </message>
    <message>
        <source>At this rate it is not done when its hour at the server ends (%1), and has to begin again. Fewer transfers at once, or a faster line, would help.</source>
        <translation>Bei diesem Tempo ist er nicht fertig, wenn seine Stunde am Server endet (%1), und muss neu beginnen. Weniger Übertragungen gleichzeitig oder eine schnellere Leitung würden helfen.</translation>
    </message>
</context>
<context>
    <name>odc::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Used from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Refresh the open list</source>
        <translation>Offene Liste a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>Alle 10 Sekunden</translation>
    </message>
    <message>
        <source>Every 30 seconds</source>
        <translation>Alle 30 Sekunden</translation>
    </message>
    <message>
        <source>Every 2 minutes</source>
        <translation>Alle 2 Minuten</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>Nur von Hand</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>When long work ends</source>
        <translation>Wenn lange Arbeit endet</translation>
    </message>
    <message>
        <source>Transfers at &amp;once</source>
        <translation>Übertragungen &amp;gleichzeitig</translation>
    </message>
    <message>
        <source>Upload in &amp;parts above</source>
        <translation>In &amp;Teilen hochladen ab</translation>
    </message>
    <message>
        <source>&amp;Upload limit</source>
        <translation>Grenze beim &amp;Hochladen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Download limit</source>
        <translation>Grenze beim Her&amp;unterladen</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> kB/s</source>
        <translation> kB/s</translation>
    </message>
</context>
<context>
    <name>odc::ProfileButton</name>
    <message>
        <source>Profile: %1</source>
        <translation>Profil: %1</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>odc::ProfileForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Acme / research</source>
        <translation>Acme / Forschung</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>Compatible server</source>
        <translation>Kompatibler Server</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>&amp;Basis-URL</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>The server asks for a key</source>
        <translation>Der Server verlangt einen Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Admin key</source>
        <translation>&amp;Admin-Schlüssel</translation>
    </message>
    <message>
        <source>Only for the permissions of fine-tuned checkpoints.</source>
        <translation>Nur für die Berechtigungen feinabgestimmter Checkpoints.</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>org-…, only when you have several</source>
        <translation>org-…, nur bei mehreren</translation>
    </message>
    <message>
        <source>Pro&amp;ject</source>
        <translation>Pro&amp;jekt</translation>
    </message>
    <message>
        <source>proj_…, only when the key has several</source>
        <translation>proj_…, nur wenn der Schlüssel mehrere hat</translation>
    </message>
    <message>
        <source>Colour of the profile</source>
        <translation>Farbe des Profils</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>PEM file, beside the system&apos;s authorities</source>
        <translation>PEM-Datei, neben den Stellen des Systems</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Zertifikatsdatei wählen</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Ce&amp;rtificate</source>
        <translation>Ze&amp;rtifikat</translation>
    </message>
    <message>
        <source>Certificate authority file</source>
        <translation>Datei der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>stored; type a new one to replace it</source>
        <translation>gespeichert; zum Ersetzen einen neuen eingeben</translation>
    </message>
    <message>
        <source>sk-admin-…, only for permissions</source>
        <translation>sk-admin-…, nur für Berechtigungen</translation>
    </message>
    <message>
        <source>From the environment: never written to disk.</source>
        <translation>Aus der Umgebung: wird nie auf die Platte geschrieben.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;prüfen</translation>
    </message>
    <message>
        <source>The keys stored for this profile belong to another address and are not sent to %1. Type them anew; saving forgets the old ones.</source>
        <translation>Die für dieses Profil gespeicherten Schlüssel gehören zu einer anderen Adresse und werden nicht an %1 gesendet. Bitte neu eingeben; beim Speichern werden die alten vergessen.</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed</source>
        <translation>Schreibgeschützt: nichts lässt sich ändern</translation>
    </message>
    <message>
        <source>Production: marked, changes ask first</source>
        <translation>Produktion: gekennzeichnet, mit Rückfragen</translation>
    </message>
    <message>
        <source>the system&apos;s; or http://host:3128, none</source>
        <translation>der des Systems; oder http://host:3128, none</translation>
    </message>
    <message>
        <source>Empty: the system&apos;s. Else http://host:3128, socks5://host:1080, or none.</source>
        <translation>Leer: der des Systems. Sonst http://host:3128, socks5://host:1080 oder none.</translation>
    </message>
</context>
<context>
    <name>odc::ProfileOpener</name>
    <message>
        <source>The local server could not start</source>
        <translation>Der lokale Server konnte nicht starten</translation>
    </message>
    <message>
        <source>The profile&apos;s connection settings cannot be used</source>
        <translation>Die Verbindungseinstellungen des Profils sind nicht benutzbar</translation>
    </message>
</context>
<context>
    <name>odc::ProfileSaver</name>
    <message>
        <source>The profile could not be saved.</source>
        <translation>Das Profil ließ sich nicht speichern.</translation>
    </message>
</context>
<context>
    <name>odc::ProfilesDialog</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>A profile says where to work and as whom. Keys go to the secret store, never into a file.</source>
        <translation>Ein Profil sagt, wo und als wer gearbeitet wird. Schlüssel kommen in den Schlüsselbund, nie in eine Datei.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Remove the profile?</source>
        <translation>Profil entfernen?</translation>
    </message>
    <message>
        <source>The profile and its keys are forgotten on this computer. Nothing changes at the server.</source>
        <translation>Profil und Schlüssel werden auf diesem Rechner vergessen. Beim Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The profile could not be removed.</source>
        <translation>Das Profil konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The profile was saved.</source>
        <translation>Das Profil wurde gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) went to the system&apos;s keychain.</source>
        <translation>
            <numerusform>%Ln Schlüssel liegt jetzt im Schlüsselbund des Systems.</numerusform>
            <numerusform>%Ln Schlüssel liegen jetzt im Schlüsselbund des Systems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) could not go to a keychain and are kept in memory until you quit.</source>
        <translation>
            <numerusform>%Ln Schlüssel konnte in keinen Schlüsselbund und bleibt bis zum Beenden im Arbeitsspeicher.</numerusform>
            <numerusform>%Ln Schlüssel konnten in keinen Schlüsselbund und bleiben bis zum Beenden im Arbeitsspeicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>Ne&amp;u</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>En&amp;tfernen…</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Speic&amp;hern</translation>
    </message>
    <message>
        <source>Save and o&amp;pen</source>
        <translation>Speichern und öffn&amp;en</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>Öffn&amp;en</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) of this profile are not finished. They are dropped, and what was downloaded so far is deleted from this computer.</source>
        <translation>
            <numerusform>%Ln Übertragung dieses Profils ist nicht fertig. Sie wird verworfen, und was bisher heruntergeladen wurde, wird von diesem Computer gelöscht.</numerusform>
            <numerusform>%Ln Übertragungen dieses Profils sind nicht fertig. Sie werden verworfen, und was bisher heruntergeladen wurde, wird von diesem Computer gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ProgressDelegate</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>odc::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 %, %2 % failed</source>
        <translation>%1 %, %2 % fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>odc::ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>odc::QnamExchange</name>
    <message>
        <source>The answer ended after %1 of %2 bytes</source>
        <translation>Die Antwort endete nach %1 von %2 Bytes</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was heard for %n second(s)</source>
        <translation>
            <numerusform>%n Sekunde lang kam nichts an</numerusform>
            <numerusform>%n Sekunden lang kam nichts an</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::RatePlot</name>
    <message>
        <source>Rates of the last five minutes</source>
        <translation>Tempo der letzten fünf Minuten</translation>
    </message>
    <message>
        <source>Upload %1</source>
        <translation>Hochladen %1</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>Herunterladen %1</translation>
    </message>
    <message>
        <source>5 min, peak %1</source>
        <translation>5 min, Spitze %1</translation>
    </message>
    <message>
        <source>Upload %1, download %2, highest of the last five minutes %3</source>
        <translation>Hochladen %1, Herunterladen %2, Höchstes der letzten fünf Minuten %3</translation>
    </message>
</context>
<context>
    <name>odc::RowActions</name>
    <message>
        <source>Copy &amp;ID</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;row</source>
        <translation>&amp;Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Export as &amp;CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as J&amp;SON…</source>
        <translation>Als J&amp;SON exportieren…</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Als JSON exportieren</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln Zeile nach %1 geschrieben.</numerusform>
            <numerusform>%Ln Zeilen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ShellActions</name>
    <message>
        <source>&amp;Object</source>
        <translation>&amp;Objekt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>&amp;Profile…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>A&amp;ktivität</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>Liste &amp;filtern</translation>
    </message>
    <message>
        <source>Like the d&amp;esktop</source>
        <translation>Wie der D&amp;esktop</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Tra&amp;nsfers panel</source>
        <translation>&amp;Übertragungsbereich</translation>
    </message>
</context>
<context>
    <name>odc::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>odc::SocketExchange</name>
    <message>
        <source>The file could not be read on: %1</source>
        <translation>Die Datei konnte nicht weiter gelesen werden: %1</translation>
    </message>
    <message>
        <source>The answer ended before it was whole</source>
        <translation>Die Antwort endete, bevor sie vollständig war</translation>
    </message>
    <message>
        <source>The connection was closed before an answer came</source>
        <translation>Die Verbindung wurde geschlossen, bevor eine Antwort kam</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was heard for %n second(s)</source>
        <translation>
            <numerusform>%n Sekunde lang kam nichts an</numerusform>
            <numerusform>%n Sekunden lang kam nichts an</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::StatusLine</name>
    <message>
        <source>PRODUCTION, read-only</source>
        <translation>PRODUKTION, schreibgeschützt</translation>
    </message>
    <message>
        <source>PRODUCTION, changes ask first</source>
        <translation>PRODUKTION, Änderungen fragen nach</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Rate limit: waiting %1</source>
        <translation>Ratenbegrenzung: warte %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) in flight</source>
        <translation>
            <numerusform>%Ln Anfrage unterwegs</numerusform>
            <numerusform>%Ln Anfragen unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>Rate limit %1 of %2 left</source>
        <translation>Ratenbegrenzung: noch %1 von %2</translation>
    </message>
    <message>
        <source>Refreshed just now</source>
        <translation>Gerade aktualisiert</translation>
    </message>
    <message>
        <source>Refreshed %1 ago</source>
        <translation>Vor %1 aktualisiert</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
</context>
<context>
    <name>odc::TableView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1 (window too narrow)</source>
        <translation>%1 (Fenster zu schmal)</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>odc::TransferCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln transfer(s)?</source>
        <translation>
            <numerusform>%Ln Übertragung abbrechen?</numerusform>
            <numerusform>%Ln Übertragungen abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>To go on later, pause instead.</source>
        <translation>Um später weiterzumachen, stattdessen anhalten.</translation>
    </message>
    <message numerus="yes">
        <source>The parts of %Ln upload(s) that are at the server already are dropped there.</source>
        <translation>
            <numerusform>Die Teile von %Ln Upload, die schon am Server sind, werden dort verworfen.</numerusform>
            <numerusform>Die Teile von %Ln Uploads, die schon am Server sind, werden dort verworfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was downloaded so far is deleted from this computer.</source>
        <translation>Was bisher heruntergeladen wurde, wird von diesem Rechner gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln Übertragung abbrechen</numerusform>
            <numerusform>%Ln Übertragungen abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Anha&amp;lten</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Answer t&amp;he question…</source>
        <translation>Fra&amp;ge beantworten…</translation>
    </message>
    <message>
        <source>Ca&amp;ncel…</source>
        <translation>A&amp;bbrechen…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im Or&amp;dner zeigen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Clear what is done</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Ca&amp;ncel %Ln…</source>
        <translation>
            <numerusform>%Ln a&amp;bbrechen…</numerusform>
            <numerusform>%Ln a&amp;bbrechen…</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder of %1 could not be shown.</source>
        <translation>Der Ordner von %1 konnte nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Show in Files</source>
        <translation>In Dateien zeigen</translation>
    </message>
    <message>
        <source>Let them run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>odc::TransferDetails</name>
    <message>
        <source>Select a transfer to see how it stands.</source>
        <translation>Wählen Sie eine Übertragung, um zu sehen, wie sie steht.</translation>
    </message>
    <message>
        <source>The transfer as JSON</source>
        <translation>Die Übertragung als JSON</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>File ID</source>
        <translation>Datei-ID</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>File expires</source>
        <translation>Datei läuft ab</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Upload ID</source>
        <translation>Upload-ID</translation>
    </message>
    <message>
        <source>Upload ends</source>
        <translation>Upload endet</translation>
    </message>
    <message>
        <source>MD5</source>
        <translation>MD5</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 after it was sent</source>
        <translation>%1 nach dem Senden</translation>
    </message>
    <message>
        <source>in parts</source>
        <translation>in Teilen</translation>
    </message>
    <message>
        <source>in one request</source>
        <translation>in einer Anfrage</translation>
    </message>
    <message>
        <source>This file goes in one request; it has no parts.</source>
        <translation>Diese Datei geht in einer Anfrage; sie hat keine Teile.</translation>
    </message>
    <message>
        <source>Downloads come in one piece; they have no parts.</source>
        <translation>Downloads kommen in einem Stück; sie haben keine Teile.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln part(s) done</source>
        <translation>
            <numerusform>%1 von %Ln Teil fertig</numerusform>
            <numerusform>%1 von %Ln Teilen fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 (%3&#xa0;%)</source>
        <translation>%1 von %2 (%3&#xa0;%)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, distance</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>odc::TransferJob</name>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>odc::TransferJournal</name>
    <message>
        <source>A transfer of an earlier run could not be read; its record was kept as %1.</source>
        <translation>Eine Übertragung eines früheren Laufs war nicht zu lesen; ihr Eintrag wurde als %1 aufgehoben.</translation>
    </message>
    <message>
        <source>A transfer of an earlier run could not be read: %1.</source>
        <translation>Eine Übertragung eines früheren Laufs war nicht zu lesen: %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made, so transfers will not go on after this run.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden; Übertragungen gehen daher nach diesem Lauf nicht weiter.</translation>
    </message>
    <message>
        <source>Another window of the console works with this profile and has its transfers. What you start here will not go on after this run.</source>
        <translation>Ein anderes Fenster der Konsole arbeitet mit diesem Profil und hat seine Übertragungen. Was Sie hier beginnen, geht nach diesem Lauf nicht weiter.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written, so transfers will not go on after this run.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden; Übertragungen gehen daher nach diesem Lauf nicht weiter.</translation>
    </message>
</context>
<context>
    <name>odc::TransferQueue</name>
    <message>
        <source>found in the list</source>
        <translation>in der Liste gefunden</translation>
    </message>
</context>
<context>
    <name>odc::TransferWatch</name>
    <message numerus="yes">
        <source>%Ln transfer(s) of the last run go on.</source>
        <translation>
            <numerusform>%Ln Übertragung des letzten Laufs geht weiter.</numerusform>
            <numerusform>%Ln Übertragungen des letzten Laufs gehen weiter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait at the server, for an hour at most.</source>
        <translation>
            <numerusform>%Ln Upload wartet am Server, höchstens eine Stunde lang.</numerusform>
            <numerusform>%Ln Uploads warten am Server, höchstens eine Stunde lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln</source>
        <translation>
            <numerusform>%Ln abbrechen</numerusform>
            <numerusform>%Ln abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are under way. They are kept, and go on when this profile is opened again.</source>
        <translation>
            <numerusform>%Ln Übertragung läuft. Sie wird behalten und geht weiter, wenn dieses Profil wieder geöffnet wird.</numerusform>
            <numerusform>%Ln Übertragungen laufen. Sie werden behalten und gehen weiter, wenn dieses Profil wieder geöffnet wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) are under way. They cannot be kept, and would be stopped.</source>
        <translation>
            <numerusform>%Ln Übertragung läuft. Sie kann nicht behalten werden und würde beendet.</numerusform>
            <numerusform>%Ln Übertragungen laufen. Sie können nicht behalten werden und würden beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not transferred</source>
        <translation>%1 wurde nicht übertragen</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 ist fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) done</source>
        <translation>
            <numerusform>%Ln Übertragung fertig</numerusform>
            <numerusform>%Ln Übertragungen fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more like this.</source>
        <translation>
            <numerusform>%Ln weitere Meldung dieser Art.</numerusform>
            <numerusform>%Ln weitere Meldungen dieser Art.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransfersModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>lädt hoch</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>lädt herunter</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>versucht es neu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>Antwort verloren</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>Upload</translation>
    </message>
    <message>
        <source>download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>parts</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln part(s) done</source>
        <translation>
            <numerusform>%1 von %Ln Teil fertig</numerusform>
            <numerusform>%1 von %Ln Teilen fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransfersPage</name>
    <message>
        <source>Upload files…</source>
        <translation>Dateien hochladen…</translation>
    </message>
    <message>
        <source>uploads and downloads</source>
        <translation>Uploads und Downloads</translation>
    </message>
    <message>
        <source>uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>state: any</source>
        <translation>Zustand: alle</translation>
    </message>
    <message>
        <source>state: not done</source>
        <translation>Zustand: nicht fertig</translation>
    </message>
    <message>
        <source>state: working</source>
        <translation>Zustand: läuft</translation>
    </message>
    <message>
        <source>state: paused</source>
        <translation>Zustand: angehalten</translation>
    </message>
    <message>
        <source>state: failed</source>
        <translation>Zustand: fehlgeschlagen</translation>
    </message>
    <message>
        <source>state: answer lost</source>
        <translation>Zustand: Antwort verloren</translation>
    </message>
    <message>
        <source>state: done</source>
        <translation>Zustand: fertig</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Uploads and downloads: how they stand, and in which order they go.</source>
        <translation>Uploads und Downloads: wie sie stehen und in welcher Reihenfolge sie gehen.</translation>
    </message>
    <message>
        <source>Filter: name, state:failed …</source>
        <translation>Filter: Name, state:failed …</translation>
    </message>
    <message>
        <source>Nothing is being transferred.</source>
        <translation>Es wird nichts übertragen.</translation>
    </message>
    <message>
        <source>Uploads and downloads appear here, and go on after a restart.</source>
        <translation>Uploads und Downloads erscheinen hier und gehen nach einem Neustart weiter.</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in this window. Transfers go on after a restart.</source>
        <translation>Ziehen Sie Dateien oder Ordner irgendwo in dieses Fenster. Übertragungen gehen nach einem Neustart weiter.</translation>
    </message>
    <message>
        <source>%1 of %2 working</source>
        <comment>transfers</comment>
        <translation>%1 von %2 laufen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>bytes</comment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s), nothing to do</source>
        <translation>
            <numerusform>%Ln Übertragung, nichts zu tun</numerusform>
            <numerusform>%Ln Übertragungen, nichts zu tun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) you</source>
        <translation>
            <numerusform>%Ln braucht Sie</numerusform>
            <numerusform>%Ln brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1</source>
        <translation>
            <numerusform>%Ln gewählt, %1</numerusform>
            <numerusform>%Ln gewählt, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to go</source>
        <comment>a duration</comment>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln Übertragung</numerusform>
            <numerusform>%Ln Übertragungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln pausiert</numerusform>
            <numerusform>%Ln pausiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::TransfersPanel</name>
    <message>
        <source>Open in Transfers</source>
        <translation>In Übertragungen öffnen</translation>
    </message>
    <message>
        <source>Transfers that are not done</source>
        <translation>Übertragungen, die nicht fertig sind</translation>
    </message>
    <message>
        <source>Nothing is being transferred.</source>
        <translation>Es wird nichts übertragen.</translation>
    </message>
</context>
<context>
    <name>odc::UnsavedDialog</name>
    <message>
        <source>Save the changes?</source>
        <translation>Änderungen speichern?</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation>Noch nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
</context>
<context>
    <name>odc::UploadDialog</name>
    <message>
        <source>Upload files</source>
        <translation>Dateien hochladen</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Zweck</translation>
    </message>
    <message>
        <source>Service default</source>
        <translation>Vorgabe des Dienstes</translation>
    </message>
    <message>
        <source>After 1 hour</source>
        <translation>Nach 1 Stunde</translation>
    </message>
    <message>
        <source>After 1 day</source>
        <translation>Nach 1 Tag</translation>
    </message>
    <message>
        <source>After 7 days</source>
        <translation>Nach 7 Tagen</translation>
    </message>
    <message>
        <source>After 30 days</source>
        <translation>Nach 30 Tagen</translation>
    </message>
    <message>
        <source>After a number of days…</source>
        <translation>Nach einer Anzahl von Tagen…</translation>
    </message>
    <message>
        <source>Days until the files expire</source>
        <translation>Tage, bis die Dateien ablaufen</translation>
    </message>
    <message>
        <source>&amp;Expires</source>
        <translation>&amp;Läuft ab</translation>
    </message>
    <message>
        <source>Files to upload</source>
        <translation>Hochzuladende Dateien</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message numerus="yes">
        <source>Upload %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei hochladen</numerusform>
            <numerusform>%Ln Dateien hochladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking through folders: %Ln file(s) so far</source>
        <translation>
            <numerusform>Ordner werden durchgesehen: bisher %Ln Datei</numerusform>
            <numerusform>Ordner werden durchgesehen: bisher %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files or folders here, or add some.</source>
        <translation>Dateien oder Ordner hier ablegen oder hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln Datei, %1</numerusform>
            <numerusform>%Ln Dateien, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be sent</source>
        <translation>
            <numerusform>%Ln nicht sendbar</numerusform>
            <numerusform>%Ln nicht sendbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden left out</source>
        <translation>
            <numerusform>%Ln versteckte ausgelassen</numerusform>
            <numerusform>%Ln versteckte ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>only the first %1 are shown</source>
        <translation>nur die ersten %1 werden gezeigt</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>This goes to the production profile “%1”.</source>
        <translation>Das geht an das Produktionsprofil „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) not followed</source>
        <translation>
            <numerusform>%Ln Verknüpfung nicht verfolgt</numerusform>
            <numerusform>%Ln Verknüpfungen nicht verfolgt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::UploadModel</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>ready, goes in parts</source>
        <translation>bereit, geht in Teilen</translation>
    </message>
</context>
</TS>
