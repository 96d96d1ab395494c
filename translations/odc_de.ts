<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>The server does not say that it deleted the object</source>
        <translation>Der Server bestätigt nicht, dass er das Objekt gelöscht hat</translation>
    </message>
    <message>
        <source>The server says that it deleted another object, %1</source>
        <translation>Der Server sagt, er habe ein anderes Objekt gelöscht: %1</translation>
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
    <message>
        <source>Not in this archive, or not all of it</source>
        <translation>Nicht in diesem Archiv, oder nicht ganz</translation>
    </message>
    <message>
        <source>Making the archive was not finished, or this was left out. Archive into the same folder again to get the rest.</source>
        <translation>Das Archiv wurde nicht fertig gemacht, oder dies wurde ausgelassen. Archivieren Sie noch einmal in denselben Ordner, um den Rest zu bekommen.</translation>
    </message>
    <message>
        <source>The server does not say whether it was done: it may or may not have been</source>
        <translation>Der Server sagt nicht, ob es getan wurde: vielleicht ja, vielleicht nein</translation>
    </message>
    <message>
        <source>The service could not process it</source>
        <translation>Der Dienst konnte es nicht verarbeiten</translation>
    </message>
</context>
<context>
    <name>ApiOperation</name>
    <message>
        <source>View menu</source>
        <translation>Menü Ansicht</translation>
    </message>
    <message>
        <source>Object menu, for large files</source>
        <translation>Menü Objekt, bei großen Dateien</translation>
    </message>
    <message>
        <source>Details, Attributes</source>
        <translation>Details, Attribute</translation>
    </message>
    <message>
        <source>Details, Contents</source>
        <translation>Details, Inhalt</translation>
    </message>
    <message>
        <source>Details, Failures</source>
        <translation>Details, Fehlschläge</translation>
    </message>
    <message>
        <source>Details, Search lab</source>
        <translation>Details, Suchlabor</translation>
    </message>
    <message>
        <source>Details, Items</source>
        <translation>Details, Einträge</translation>
    </message>
    <message>
        <source>Details, Checkpoints</source>
        <translation>Details, Checkpoints</translation>
    </message>
    <message>
        <source>Details, Permissions</source>
        <translation>Details, Berechtigungen</translation>
    </message>
    <message>
        <source>Object menu, for its files</source>
        <translation>Menü Objekt, für seine Dateien</translation>
    </message>
    <message>
        <source>Object menu, for the choice of models</source>
        <translation>Menü Objekt, für die Auswahl der Modelle</translation>
    </message>
    <message>
        <source>Object menu, then Try grader</source>
        <translation>Menü Objekt, dann Bewerter ausprobieren</translation>
    </message>
    <message>
        <source>Object menu, or open the store</source>
        <translation>Menü Objekt, oder den Speicher öffnen</translation>
    </message>
    <message>
        <source>List the files</source>
        <translation>Dateien auflisten</translation>
    </message>
    <message>
        <source>Upload a file</source>
        <translation>Datei hochladen</translation>
    </message>
    <message>
        <source>Read a file object</source>
        <translation>Dateiobjekt lesen</translation>
    </message>
    <message>
        <source>Delete a file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Download a file</source>
        <translation>Datei herunterladen</translation>
    </message>
    <message>
        <source>Begin an upload in parts</source>
        <translation>Upload in Teilen beginnen</translation>
    </message>
    <message>
        <source>Upload a part</source>
        <translation>Teil hochladen</translation>
    </message>
    <message>
        <source>Complete an upload in parts</source>
        <translation>Upload in Teilen abschließen</translation>
    </message>
    <message>
        <source>Cancel an upload in parts</source>
        <translation>Upload in Teilen abbrechen</translation>
    </message>
    <message>
        <source>Create a batch</source>
        <translation>Batch erstellen</translation>
    </message>
    <message>
        <source>List the batches</source>
        <translation>Batches auflisten</translation>
    </message>
    <message>
        <source>Read a batch</source>
        <translation>Batch lesen</translation>
    </message>
    <message>
        <source>Cancel a batch</source>
        <translation>Batch abbrechen</translation>
    </message>
    <message>
        <source>Create a vector store</source>
        <translation>Vektorspeicher anlegen</translation>
    </message>
    <message>
        <source>List the vector stores</source>
        <translation>Vektorspeicher auflisten</translation>
    </message>
    <message>
        <source>Read a vector store</source>
        <translation>Vektorspeicher lesen</translation>
    </message>
    <message>
        <source>Change a vector store</source>
        <translation>Vektorspeicher ändern</translation>
    </message>
    <message>
        <source>Delete a vector store</source>
        <translation>Vektorspeicher löschen</translation>
    </message>
    <message>
        <source>Search in a vector store</source>
        <translation>In einem Vektorspeicher suchen</translation>
    </message>
    <message>
        <source>Put a file into a vector store</source>
        <translation>Datei in einen Vektorspeicher aufnehmen</translation>
    </message>
    <message>
        <source>List the files of a vector store</source>
        <translation>Dateien eines Vektorspeichers auflisten</translation>
    </message>
    <message>
        <source>Read a file of a vector store</source>
        <translation>Datei eines Vektorspeichers lesen</translation>
    </message>
    <message>
        <source>Change the attributes of a file</source>
        <translation>Attribute einer Datei ändern</translation>
    </message>
    <message>
        <source>Take a file out of a vector store</source>
        <translation>Datei aus einem Vektorspeicher herausnehmen</translation>
    </message>
    <message>
        <source>Read the chunks of a file</source>
        <translation>Abschnitte einer Datei lesen</translation>
    </message>
    <message>
        <source>Put a batch of files into a vector store</source>
        <translation>Dateibatch in einen Vektorspeicher aufnehmen</translation>
    </message>
    <message>
        <source>Read a batch of files</source>
        <translation>Dateibatch lesen</translation>
    </message>
    <message>
        <source>Cancel a batch of files</source>
        <translation>Dateibatch abbrechen</translation>
    </message>
    <message>
        <source>List the files of a batch</source>
        <translation>Dateien eines Dateibatches auflisten</translation>
    </message>
    <message>
        <source>Create an eval</source>
        <translation>Eval anlegen</translation>
    </message>
    <message>
        <source>List the evals</source>
        <translation>Evals auflisten</translation>
    </message>
    <message>
        <source>Read an eval</source>
        <translation>Eval lesen</translation>
    </message>
    <message>
        <source>Change an eval</source>
        <translation>Eval ändern</translation>
    </message>
    <message>
        <source>Delete an eval</source>
        <translation>Eval löschen</translation>
    </message>
    <message>
        <source>Start a run of an eval</source>
        <translation>Lauf eines Evals starten</translation>
    </message>
    <message>
        <source>List the runs of an eval</source>
        <translation>Läufe eines Evals auflisten</translation>
    </message>
    <message>
        <source>Read a run</source>
        <translation>Lauf lesen</translation>
    </message>
    <message>
        <source>Cancel a run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Delete a run</source>
        <translation>Lauf löschen</translation>
    </message>
    <message>
        <source>List the output items of a run</source>
        <translation>Einträge eines Laufs auflisten</translation>
    </message>
    <message>
        <source>Read an output item</source>
        <translation>Eintrag eines Laufs lesen</translation>
    </message>
    <message>
        <source>Create a fine-tuning job</source>
        <translation>Feinabstimmungsauftrag erstellen</translation>
    </message>
    <message>
        <source>List the fine-tuning jobs</source>
        <translation>Feinabstimmungsaufträge auflisten</translation>
    </message>
    <message>
        <source>Read a fine-tuning job</source>
        <translation>Feinabstimmungsauftrag lesen</translation>
    </message>
    <message>
        <source>Cancel a fine-tuning job</source>
        <translation>Feinabstimmungsauftrag abbrechen</translation>
    </message>
    <message>
        <source>List the events of a job</source>
        <translation>Ereignisse eines Auftrags auflisten</translation>
    </message>
    <message>
        <source>List the checkpoints of a job</source>
        <translation>Checkpoints eines Auftrags auflisten</translation>
    </message>
    <message>
        <source>Grant a project the use of a checkpoint</source>
        <translation>Einem Projekt einen Checkpoint erlauben</translation>
    </message>
    <message>
        <source>List the permissions of a checkpoint</source>
        <translation>Berechtigungen eines Checkpoints auflisten</translation>
    </message>
    <message>
        <source>Revoke the use of a checkpoint</source>
        <translation>Berechtigung für einen Checkpoint entziehen</translation>
    </message>
    <message>
        <source>Pause a fine-tuning job</source>
        <translation>Feinabstimmungsauftrag anhalten</translation>
    </message>
    <message>
        <source>Resume a fine-tuning job</source>
        <translation>Feinabstimmungsauftrag fortsetzen</translation>
    </message>
    <message>
        <source>List the models</source>
        <translation>Modelle auflisten</translation>
    </message>
    <message>
        <source>Read a model</source>
        <translation>Modell lesen</translation>
    </message>
    <message>
        <source>Delete a fine-tuned model</source>
        <translation>Angepasstes Modell löschen</translation>
    </message>
    <message>
        <source>Try a grader</source>
        <translation>Bewerter ausprobieren</translation>
    </message>
    <message>
        <source>Check a grader</source>
        <translation>Bewerter prüfen</translation>
    </message>
    <message>
        <source>Object menu</source>
        <translation>Menü Objekt</translation>
    </message>
    <message>
        <source>on its own, after a lost answer</source>
        <translation>von selbst, nach einer verlorenen Antwort</translation>
    </message>
    <message>
        <source>on its own, while it is watched</source>
        <translation>von selbst, solange es beobachtet wird</translation>
    </message>
</context>
<context>
    <name>ArchiveFolder</name>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>The archive in %1 was made by a newer version of this program. Update the program to open it.</source>
        <translation>Das Archiv in %1 stammt von einer neueren Version dieses Programms. Zum Öffnen das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>The archive in %1 is damaged: its archive.json or its database cannot be read. Archive again into another folder, or bring these files back from a backup.</source>
        <translation>Das Archiv in %1 ist beschädigt: Seine archive.json oder seine Datenbank ist nicht lesbar. Erneut in einen anderen Ordner archivieren oder diese Dateien aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>%1 is no archive: it has no archive.json. Choose the folder that was chosen when the archive was made.</source>
        <translation>%1 ist kein Archiv: Es fehlt die archive.json. Den Ordner wählen, der beim Archivieren gewählt wurde.</translation>
    </message>
    <message>
        <source>Nothing can be written to %1.</source>
        <translation>In %1 kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 holds an archive of another project (%2). Choose another folder.</source>
        <translation>%1 enthält ein Archiv eines anderen Projekts (%2). Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 holds other things. Choose an empty folder, or an archive of this project.</source>
        <translation>%1 enthält anderes. Einen leeren Ordner wählen oder ein Archiv dieses Projekts.</translation>
    </message>
    <message>
        <source>%1 in the archive is a link, and nothing is written to where it leads. Put what it points to in its place, or choose another folder.</source>
        <translation>%1 im Archiv ist eine Verknüpfung, und wohin sie führt, wird nicht geschrieben. Legen Sie das, worauf sie zeigt, an ihre Stelle, oder wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>ArchiveManifest</name>
    <message>
        <source>This is not an archive of this program</source>
        <translation>Das ist kein Archiv dieses Programms</translation>
    </message>
    <message>
        <source>This archive was made by a newer version of this program</source>
        <translation>Dieses Archiv stammt von einer neueren Version dieses Programms</translation>
    </message>
</context>
<context>
    <name>ArchivePace</name>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Reading lists</source>
        <translation>Listen lesen</translation>
    </message>
    <message>
        <source>Fetching contents</source>
        <translation>Inhalte holen</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Anhalten</translation>
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
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
</context>
<context>
    <name>ArchivePlan</name>
    <message>
        <source>Evals</source>
        <translation>Evals</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Output items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>File contents</source>
        <translation>Dateiinhalte</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Vector stores</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>Files in stores</source>
        <translation>Dateien in Speichern</translation>
    </message>
    <message>
        <source>Texts in stores</source>
        <translation>Texte in Speichern</translation>
    </message>
    <message>
        <source>Fine-tuning jobs</source>
        <translation>Feinabstimmungsaufträge</translation>
    </message>
    <message>
        <source>Events of jobs</source>
        <translation>Ereignisse der Aufträge</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Permissions of checkpoints</source>
        <translation>Berechtigungen der Checkpoints</translation>
    </message>
</context>
<context>
    <name>ArchiveReport</name>
    <message>
        <source>The archive is complete and verified.</source>
        <translation>Das Archiv ist vollständig und geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>The archive is verified; the service does not hand out %Ln of the contents.</source>
        <translation>
            <numerusform>Das Archiv ist geprüft; %Ln Inhalt gibt der Dienst nicht heraus.</numerusform>
            <numerusform>Das Archiv ist geprüft; %Ln Inhalte gibt der Dienst nicht heraus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive is verified, but %Ln thing(s) could not be fetched.</source>
        <translation>
            <numerusform>Das Archiv ist geprüft, aber %Ln Objekt war nicht zu holen.</numerusform>
            <numerusform>Das Archiv ist geprüft, aber %Ln Objekte waren nicht zu holen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What is there stays; the archive goes on from here the next time.</source>
        <translation>Angehalten. Was da ist, bleibt; beim nächsten Mal geht das Archiv von hier aus weiter.</translation>
    </message>
    <message>
        <source>Interrupted: %1. The archive goes on from here the next time.</source>
        <translation>Unterbrochen: %1. Beim nächsten Mal geht das Archiv von hier aus weiter.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>not available: %1</source>
        <translation>nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>%1 at the source</source>
        <translation>%1 an der Quelle</translation>
    </message>
    <message>
        <source>%1 in the archive</source>
        <translation>%1 im Archiv</translation>
    </message>
    <message>
        <source>%1 new or changed</source>
        <translation>%1 neu oder geändert</translation>
    </message>
    <message>
        <source>%1 gone at the source</source>
        <translation>%1 an der Quelle verschwunden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 not handed out</source>
        <translation>%1 nicht herausgegeben</translation>
    </message>
    <message>
        <source>%1 still in progress, archived as they stood</source>
        <translation>%1 noch in Arbeit, im damaligen Stand archiviert</translation>
    </message>
</context>
<context>
    <name>AttributeRules</name>
    <message>
        <source>A key has at least one character</source>
        <translation>Ein Schlüssel hat mindestens ein Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>The key has %Ln characters; 64 are the most</source>
        <translation>
            <numerusform>Der Schlüssel hat %Ln Zeichen; höchstens 64 sind möglich</numerusform>
            <numerusform>Der Schlüssel hat %Ln Zeichen; höchstens 64 sind möglich</numerusform>
        </translation>
    </message>
    <message>
        <source>A file has at most 16 attributes, and this would be %1</source>
        <translation>Eine Datei hat höchstens 16 Attribute, und dies wären %1</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>A quotation mark is never closed</source>
        <translation>Ein Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>There is nothing in this file</source>
        <translation>In dieser Datei steht nichts</translation>
    </message>
    <message>
        <source>Column %1 has no key</source>
        <translation>Spalte %1 hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>The key “%1” is there twice</source>
        <translation>Den Schlüssel „%1“ gibt es zweimal</translation>
    </message>
    <message>
        <source>The table has more than %1 keys</source>
        <translation>Die Tabelle hat mehr als %1 Schlüssel</translation>
    </message>
    <message>
        <source>There is no column with an attribute</source>
        <translation>Es gibt keine Spalte mit einem Attribut</translation>
    </message>
    <message>
        <source>The row names no file</source>
        <translation>Die Zeile nennt keine Datei</translation>
    </message>
    <message>
        <source>The row has more cells than there are keys</source>
        <translation>Die Zeile hat mehr Zellen, als es Schlüssel gibt</translation>
    </message>
    <message>
        <source>No file of this store is called “%1”</source>
        <translation>Keine Datei dieses Speichers heißt „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files of this store are called “%1”: name the one by its id</source>
        <translation>
            <numerusform>%Ln Datei dieses Speichers heißt „%1“: die gemeinte mit ihrer ID nennen</numerusform>
            <numerusform>%Ln Dateien dieses Speichers heißen „%1“: die gemeinte mit ihrer ID nennen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributeValue</name>
    <message>
        <source>The server holds something here that is no text, number or boolean</source>
        <translation>Der Server hat hier etwas, das weder Text noch Zahl noch true oder false ist</translation>
    </message>
    <message>
        <source>This is no number that can be sent</source>
        <translation>Das ist keine Zahl, die sich senden lässt</translation>
    </message>
    <message numerus="yes">
        <source>The text has %Ln characters; 512 are the most</source>
        <translation>
            <numerusform>Der Text hat %Ln Zeichen; höchstens 512 sind möglich</numerusform>
            <numerusform>Der Text hat %Ln Zeichen; höchstens 512 sind möglich</numerusform>
        </translation>
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
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
</context>
<context>
    <name>BatchCheck</name>
    <message>
        <source>There is no request in this file.</source>
        <translation>In dieser Datei ist keine Anfrage.</translation>
    </message>
    <message>
        <source>This line is not UTF-8.</source>
        <translation>Diese Zeile ist kein UTF-8.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which is no JSON.</source>
        <translation>Die Datei beginnt mit einer Bytereihenfolge-Marke (BOM), und die ist kein JSON.</translation>
    </message>
    <message>
        <source>This line is not valid JSON: %1</source>
        <translation>Diese Zeile ist kein gültiges JSON: %1</translation>
    </message>
    <message>
        <source>A request is a JSON object; this line is another value.</source>
        <translation>Eine Anfrage ist ein JSON-Objekt; diese Zeile ist ein anderer Wert.</translation>
    </message>
    <message>
        <source>This line is longer than a whole file may be.</source>
        <translation>Diese Zeile ist länger, als eine ganze Datei sein darf.</translation>
    </message>
    <message>
        <source>“custom_id” is missing, empty, or no text.</source>
        <translation>„custom_id“ fehlt, ist leer oder kein Text.</translation>
    </message>
    <message>
        <source>The same “custom_id” stands on line %1.</source>
        <translation>Dieselbe „custom_id“ steht in Zeile %1.</translation>
    </message>
    <message>
        <source>“method” is missing; it must be POST.</source>
        <translation>„method“ fehlt; es muss POST sein.</translation>
    </message>
    <message>
        <source>“method” is %1; it must be POST.</source>
        <translation>„method“ ist %1; es muss POST sein.</translation>
    </message>
    <message>
        <source>Batches cannot go to %1.</source>
        <translation>Batches können nicht an %1 gehen.</translation>
    </message>
    <message>
        <source>“url” is missing; it must be the batch&apos;s endpoint.</source>
        <translation>„url“ fehlt; es muss der Endpunkt des Batches sein.</translation>
    </message>
    <message>
        <source>“url” is %1, which is not the batch&apos;s endpoint.</source>
        <translation>„url“ ist %1, und das ist nicht der Endpunkt des Batches.</translation>
    </message>
    <message>
        <source>“body” is missing, or no object.</source>
        <translation>„body“ fehlt oder ist kein Objekt.</translation>
    </message>
    <message>
        <source>“body” has no “%1”.</source>
        <translation>„body“ hat kein „%1“.</translation>
    </message>
    <message>
        <source>The model is %1; a batch has one model, that of its first line.</source>
        <translation>Das Modell ist %1; ein Batch hat ein einziges Modell, das seiner ersten Zeile.</translation>
    </message>
    <message>
        <source>“stream” is not possible in a batch.</source>
        <translation>„stream“ geht in einem Batch nicht.</translation>
    </message>
    <message>
        <source>An empty line.</source>
        <translation>Eine leere Zeile.</translation>
    </message>
    <message>
        <source>More than %1 requests: %2.</source>
        <translation>Mehr als %1 Anfragen: %2.</translation>
    </message>
    <message>
        <source>Larger than 200 MB: %1.</source>
        <translation>Größer als 200 MB: %1.</translation>
    </message>
    <message>
        <source>More than %1 inputs to embed: %2.</source>
        <translation>Mehr als %1 Eingaben zum Einbetten: %2.</translation>
    </message>
</context>
<context>
    <name>BatchDraft</name>
    <message>
        <source>When the answers expire is counted from “created_at”.</source>
        <translation>Wann die Antworten ablaufen, zählt ab „created_at“.</translation>
    </message>
    <message>
        <source>The answers expire after one hour to thirty days.</source>
        <translation>Die Antworten laufen nach einer Stunde bis dreißig Tagen ab.</translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation>Keine Datei ist gewählt.</translation>
    </message>
    <message>
        <source>No endpoint is chosen.</source>
        <translation>Kein Endpunkt ist gewählt.</translation>
    </message>
    <message>
        <source>“%1” takes no batches, as far as is known.</source>
        <translation>„%1“ nimmt, soweit bekannt, keine Batches an.</translation>
    </message>
    <message>
        <source>The time for the answers is missing: “24h”.</source>
        <translation>Die Zeit für die Antworten fehlt: „24h“.</translation>
    </message>
    <message>
        <source>“24h” is the only time for the answers that is known.</source>
        <translation>„24h“ ist die einzige bekannte Zeit für die Antworten.</translation>
    </message>
    <message numerus="yes">
        <source>Batches of a group carry pairs that hold them together: %n pair(s) are left for others.</source>
        <translation>
            <numerusform>Batches einer Gruppe tragen Paare, die sie zusammenhalten: %n Paar bleibt für anderes.</numerusform>
            <numerusform>Batches einer Gruppe tragen Paare, die sie zusammenhalten: %n Paare bleiben für anderes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchExport</name>
    <message>
        <source>The files of the batch became shorter while they were read.</source>
        <translation>Die Dateien des Batches wurden während des Lesens kürzer.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>BatchFiles</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>One request alone is more than a batch may hold.</source>
        <translation>Eine einzige Anfrage ist schon mehr, als ein Batch enthalten darf.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>%1 has changed since it was checked.</source>
        <translation>%1 hat sich geändert, seit es geprüft wurde.</translation>
    </message>
    <message>
        <source>The requests are not at hand: their file is gone.</source>
        <translation>Die Anfragen sind nicht zur Hand: Ihre Datei ist weg.</translation>
    </message>
    <message>
        <source>%1 became shorter while it was read.</source>
        <translation>%1 wurde kürzer, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>Every request has its answer.</source>
        <translation>Jede Anfrage hat ihre Antwort.</translation>
    </message>
</context>
<context>
    <name>BatchInput</name>
    <message>
        <source>%1 was written to while it was checked.</source>
        <translation>In %1 wurde während der Prüfung geschrieben.</translation>
    </message>
</context>
<context>
    <name>BatchTemplate</name>
    <message>
        <source>The placeholder is not closed: }} is missing.</source>
        <translation>Der Platzhalter ist nicht geschlossen: }} fehlt.</translation>
    </message>
    <message>
        <source>The placeholder is empty: it names a column, as in {{%1}}.</source>
        <translation>Der Platzhalter ist leer: Er nennt eine Spalte, wie in {{%1}}.</translation>
    </message>
    <message>
        <source>The table has no column “%1”.</source>
        <translation>Die Tabelle hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>This is no JSON: %1.</source>
        <translation>Das ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>More members are a JSON object: {&quot;top_p&quot;: 0.9}.</source>
        <translation>Weitere Felder sind ein JSON-Objekt: {&quot;top_p&quot;: 0.9}.</translation>
    </message>
    <message>
        <source>A batch cannot stream its answers.</source>
        <translation>Ein Batch kann seine Antworten nicht streamen.</translation>
    </message>
    <message>
        <source>Tables can be sent to %1.</source>
        <translation>Tabellen können an %1 gehen.</translation>
    </message>
    <message>
        <source>The model is missing.</source>
        <translation>Das Modell fehlt.</translation>
    </message>
    <message>
        <source>The text that is asked is missing.</source>
        <translation>Der Text der Anfrage fehlt.</translation>
    </message>
    <message>
        <source>At least one token.</source>
        <translation>Mindestens ein Token.</translation>
    </message>
    <message>
        <source>At least %1 tokens for this endpoint.</source>
        <translation>Mindestens %1 Token für diesen Endpunkt.</translation>
    </message>
    <message>
        <source>The temperature is from 0 to 2.</source>
        <translation>Die Temperatur liegt zwischen 0 und 2.</translation>
    </message>
    <message>
        <source>No placeholder: every row asks the same.</source>
        <translation>Kein Platzhalter: Jede Zeile fragt dasselbe.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The row has no value in “%1”, which is its custom_id.</source>
        <translation>Die Zeile hat keinen Wert in „%1“, ihrer custom_id.</translation>
    </message>
    <message>
        <source>The custom_id “%1” is used in line %2 already.</source>
        <translation>Die custom_id „%1“ steht schon in Zeile %2.</translation>
    </message>
    <message>
        <source>%1 changed since it was read.</source>
        <translation>%1 hat sich seit dem Lesen geändert.</translation>
    </message>
    <message>
        <source>The table has no row.</source>
        <translation>Die Tabelle hat keine Zeile.</translation>
    </message>
</context>
<context>
    <name>BatchText</name>
    <message>
        <source>[image]</source>
        <translation>[Bild]</translation>
    </message>
    <message>
        <source>[sound]</source>
        <translation>[Ton]</translation>
    </message>
    <message>
        <source>[file]</source>
        <translation>[Datei]</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln Zahl</numerusform>
            <numerusform>%Ln Zahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 embeddings of %2 numbers</source>
        <translation>%1 Embeddings aus %2 Zahlen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>not flagged</source>
        <translation>nicht beanstandet</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>beanstandet</translation>
    </message>
    <message>
        <source>flagged: %1</source>
        <translation>beanstandet: %1</translation>
    </message>
    <message>
        <source>a line of %1</source>
        <translation>eine Zeile von %1</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Expired files</source>
        <translation>Abgelaufene Dateien</translation>
    </message>
    <message>
        <source>Expired vector stores</source>
        <translation>Abgelaufene Vektorspeicher</translation>
    </message>
    <message>
        <source>Dead entries of vector stores</source>
        <translation>Tote Einträge von Vektorspeichern</translation>
    </message>
    <message>
        <source>Exact duplicates</source>
        <translation>Exakte Duplikate</translation>
    </message>
    <message>
        <source>Inputs of finished batches</source>
        <translation>Eingaben beendeter Batches</translation>
    </message>
    <message>
        <source>Old outputs of batches</source>
        <translation>Alte Ausgaben von Batches</translation>
    </message>
    <message>
        <source>Files used by nothing</source>
        <translation>Nirgends benutzte Dateien</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>vector stores</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>files of vector stores</source>
        <translation>Dateien der Vektorspeicher</translation>
    </message>
    <message>
        <source>evals</source>
        <translation>Evals</translation>
    </message>
    <message>
        <source>eval runs</source>
        <translation>Eval-Läufe</translation>
    </message>
    <message>
        <source>fine-tuning jobs</source>
        <translation>Feinabstimmungsaufträge</translation>
    </message>
    <message>
        <source>Not offered, because these could not be read to the end: %1.</source>
        <translation>Nicht angeboten, denn dies war nicht bis zum Ende lesbar: %1.</translation>
    </message>
    <message>
        <source>Its life ended %1, and it is still listed.</source>
        <translation>Abgelaufen %1, steht aber noch in der Liste.</translation>
    </message>
    <message>
        <source>Expired %1; the service does not search it any more.</source>
        <translation>Abgelaufen %1; der Dienst durchsucht ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Expired; the service does not search it any more.</source>
        <translation>Abgelaufen; der Dienst durchsucht ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Its indexing in “%1” failed.</source>
        <translation>Die Indizierung in „%1“ ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Its indexing in “%1” failed: %2</source>
        <translation>Die Indizierung in „%1“ ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Its indexing in “%1” was cancelled.</source>
        <translation>Die Indizierung in „%1“ wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file of this entry of “%1” is gone.</source>
        <translation>Die Datei dieses Eintrags von „%1“ ist weg.</translation>
    </message>
    <message>
        <source>The same content as “%1” (%2), which stays.</source>
        <translation>Gleicher Inhalt wie „%1“ (%2); diese Datei bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>Input of %Ln batch(es), ended %1.</source>
        <translation>
            <numerusform>Eingabe von %Ln Batch, beendet %1.</numerusform>
            <numerusform>Eingabe von %Ln Batches, beendet %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Input of %Ln batch(es), ended.</source>
        <translation>
            <numerusform>Eingabe von %Ln Batch, beendet.</numerusform>
            <numerusform>Eingabe von %Ln Batches, beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Results of a batch that ended, made %1.</source>
        <translation>Ergebnisse eines beendeten Batches, erstellt %1.</translation>
    </message>
    <message>
        <source>No batch, job, store or eval uses it; uploaded %1.</source>
        <translation>Kein Batch, Auftrag, Speicher oder Eval benutzt sie; hochgeladen %1.</translation>
    </message>
    <message>
        <source>Inputs with unanswered requests</source>
        <translation>Eingaben mit offenen Anfragen</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>kind of object, name</comment>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>Without this file they cannot be sent again, and the results are shown without their requests.</source>
        <translation>Ohne diese Datei lassen sie sich nicht erneut senden, und die Ergebnisse erscheinen ohne ihre Anfragen.</translation>
    </message>
    <message>
        <source>Requests of “%1” may have no answer.</source>
        <translation>Anfragen von „%1“ haben vielleicht keine Antwort.</translation>
    </message>
    <message>
        <source>Expired file</source>
        <translation>Abgelaufene Datei</translation>
    </message>
    <message>
        <source>Expired store</source>
        <translation>Abgelaufener Speicher</translation>
    </message>
    <message>
        <source>Dead entry</source>
        <translation>Toter Eintrag</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelte Datei</translation>
    </message>
    <message>
        <source>Finished input</source>
        <translation>Fertige Eingabe</translation>
    </message>
    <message>
        <source>Unanswered input</source>
        <translation>Unbeantwortete Eingabe</translation>
    </message>
    <message>
        <source>Old output</source>
        <translation>Alte Ausgabe</translation>
    </message>
    <message>
        <source>Unused file</source>
        <translation>Unbenutzte Datei</translation>
    </message>
    <message>
        <source>%1 of %2 requests of “%3” failed or have no answer.</source>
        <translation>%1 von %2 Anfragen von „%3“ sind fehlgeschlagen oder ohne Antwort.</translation>
    </message>
</context>
<context>
    <name>ClosingNote</name>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln Eval</numerusform>
            <numerusform>%Ln Evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>The hosted Evals service closes on %1. Here: %2.</source>
        <translation>Der gehostete Evals-Dienst schließt am %1. Hier: %2.</translation>
    </message>
    <message>
        <source>The hosted Evals service closed on %1. Still here: %2.</source>
        <translation>Der gehostete Evals-Dienst schloss am %1. Noch hier: %2.</translation>
    </message>
    <message>
        <source>New fine-tuning jobs can be created until %1.</source>
        <translation>Neue Feinabstimmungsaufträge lassen sich bis %1 erstellen.</translation>
    </message>
    <message>
        <source>Nothing of this profile was archived on this computer yet.</source>
        <translation>Von diesem Profil wurde auf diesem Rechner noch nichts archiviert.</translation>
    </message>
    <message>
        <source>Last archived into %1.</source>
        <translation>Zuletzt archiviert in %1.</translation>
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
    <name>CurveAxis</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>CurvesPlot</name>
    <message numerus="yes">
        <source>and %Ln more in the table</source>
        <translation>
            <numerusform>und %Ln weiterer Wert in der Tabelle</numerusform>
            <numerusform>und %Ln weitere Werte in der Tabelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EchoNote</name>
    <message>
        <source>No model is asked here.</source>
        <translation>Hier wird kein Modell gefragt.</translation>
    </message>
    <message>
        <source>The built-in echo answers in place of every model: it repeats what it was asked. Scores say nothing about a model.</source>
        <translation>Das eingebaute Echo antwortet anstelle jedes Modells: Es wiederholt, was es gefragt wurde. Die Bewertungen sagen nichts über ein Modell.</translation>
    </message>
    <message>
        <source>The built-in echo answers in place of every model: it repeats what it was asked. The answers show only how a batch runs.</source>
        <translation>Statt jedes Modells antwortet das eingebaute Echo: Es wiederholt, was es gefragt wurde. Die Antworten zeigen nur, wie ein Batch abläuft.</translation>
    </message>
    <message>
        <source>No model is trained here.</source>
        <translation>Hier wird kein Modell trainiert.</translation>
    </message>
    <message>
        <source>Training is simulated: the file is checked and the job runs through all its steps, but curves and figures are made up.</source>
        <translation>Das Training wird simuliert: Die Datei wird geprüft, und der Auftrag durchläuft alle seine Schritte, aber Kurven und Zahlen sind erfunden.</translation>
    </message>
</context>
<context>
    <name>EvalDraft</name>
    <message>
        <source>The name is a text.</source>
        <translation>Der Name ist ein Text.</translation>
    </message>
    <message>
        <source>Without a name it is hard to find again.</source>
        <translation>Ohne Namen ist es schwer wiederzufinden.</translation>
    </message>
    <message>
        <source>An eval needs a data source.</source>
        <translation>Ein Eval braucht eine Datenquelle.</translation>
    </message>
    <message>
        <source>The data source is one of %1.</source>
        <translation>Die Datenquelle ist eine von diesen: %1.</translation>
    </message>
    <message>
        <source>A custom source needs the schema of an item.</source>
        <translation>Eine Quelle der Art custom braucht das Schema eines Eintrags.</translation>
    </message>
    <message>
        <source>An item is an object: its schema says &quot;type&quot;: &quot;object&quot;.</source>
        <translation>Ein Eintrag ist ein Objekt: In seinem Schema steht &quot;type&quot;: &quot;object&quot;.</translation>
    </message>
    <message>
        <source>The schema names no property: nothing of an item can be checked.</source>
        <translation>Das Schema nennt keine Eigenschaft: An einem Eintrag lässt sich nichts prüfen.</translation>
    </message>
    <message>
        <source>This is true or false.</source>
        <translation>Hier steht true oder false.</translation>
    </message>
    <message>
        <source>The service calls this source deprecated; logs take its place.</source>
        <translation>Der Dienst nennt diese Quelle veraltet; an ihre Stelle tritt logs.</translation>
    </message>
    <message>
        <source>The filter is an object of names and values.</source>
        <translation>Der Filter ist ein Objekt aus Namen und Werten.</translation>
    </message>
    <message>
        <source>An eval needs a list of graders.</source>
        <translation>Ein Eval braucht eine Liste von Bewertern.</translation>
    </message>
    <message>
        <source>Without a grader nothing is judged: add one.</source>
        <translation>Ohne Bewerter wird nichts beurteilt: einen hinzufügen.</translation>
    </message>
    <message>
        <source>A grader is an object.</source>
        <translation>Ein Bewerter ist ein Objekt.</translation>
    </message>
    <message>
        <source>Another grader has this name: results could not be told apart.</source>
        <translation>Ein anderer Bewerter heißt schon so: Die Ergebnisse wären nicht zu unterscheiden.</translation>
    </message>
</context>
<context>
    <name>EvalRows</name>
    <message>
        <source>an object is not closed: } is missing</source>
        <translation>ein Objekt ist nicht geschlossen: } fehlt</translation>
    </message>
    <message>
        <source>a colon is missing after a name</source>
        <translation>nach einem Namen fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a list is not closed: ] is missing</source>
        <translation>eine Liste ist nicht geschlossen: ] fehlt</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>ein Komma fehlt</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>das ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>das ist keine Zahl</translation>
    </message>
    <message>
        <source>this is no escape sequence</source>
        <translation>das ist keine Escape-Sequenz</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>das ist kein UTF-8</translation>
    </message>
    <message>
        <source>a text is not closed: &quot; is missing</source>
        <translation>ein Text ist nicht geschlossen: &quot; fehlt</translation>
    </message>
    <message>
        <source>an object is missing</source>
        <translation>ein Objekt fehlt</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>das ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>something stands after the end</source>
        <translation>nach dem Ende steht noch etwas</translation>
    </message>
    <message>
        <source>this is too large</source>
        <translation>das ist zu groß</translation>
    </message>
    <message>
        <source>sample must be an object</source>
        <translation>sample muss ein Objekt sein</translation>
    </message>
    <message>
        <source>item must be an object</source>
        <translation>item muss ein Objekt sein</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>a row is an object: {&quot;item&quot;: {…}}</source>
        <translation>eine Zeile ist ein Objekt: {&quot;item&quot;: {…}}</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>there is nothing</source>
        <translation>da ist nichts</translation>
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
    <name>FileUses</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>fine-tuning jobs</source>
        <translation>Feinabstimmungsaufträge</translation>
    </message>
    <message>
        <source>vector stores</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>%1 of %2 vector stores</source>
        <translation>%1 von %2 Vektorspeichern</translation>
    </message>
    <message>
        <source>evals</source>
        <translation>Evals</translation>
    </message>
    <message>
        <source>the runs of %1 of %2 evals</source>
        <translation>die Läufe von %1 von %2 Evals</translation>
    </message>
    <message>
        <source>Nothing that may use files was read yet.</source>
        <translation>Noch wurde nichts gelesen, was Dateien benutzen könnte.</translation>
    </message>
    <message>
        <source>As of %1: %2.</source>
        <translation>Stand %1: %2.</translation>
    </message>
    <message>
        <source>As of %1: %2. Not read yet: %3.</source>
        <translation>Stand %1: %2. Noch nicht gelesen: %3.</translation>
    </message>
    <message>
        <source>Input of</source>
        <translation>Eingabe von</translation>
    </message>
    <message>
        <source>Output of</source>
        <translation>Ausgabe von</translation>
    </message>
    <message>
        <source>Errors of</source>
        <translation>Fehler von</translation>
    </message>
    <message>
        <source>Training file of</source>
        <translation>Trainingsdatei von</translation>
    </message>
    <message>
        <source>Validation file of</source>
        <translation>Validierungsdatei von</translation>
    </message>
    <message>
        <source>Results of</source>
        <translation>Ergebnisse von</translation>
    </message>
    <message>
        <source>In store</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>Source of run</source>
        <translation>Quelle des Laufs</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>vector store</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>eval</source>
        <translation>Eval</translation>
    </message>
    <message>
        <source>eval run</source>
        <translation>Eval-Lauf</translation>
    </message>
    <message>
        <source>fine-tuning job</source>
        <translation>Feinabstimmungsauftrag</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s), which lose them</source>
        <translation>
            <numerusform>%Ln Vektorspeicher, der sie verliert</numerusform>
            <numerusform>%Ln Vektorspeicher, die sie verlieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln Batch</numerusform>
            <numerusform>%Ln Batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fine-tuning job(s)</source>
        <translation>
            <numerusform>%Ln Feinabstimmungsauftrag</numerusform>
            <numerusform>%Ln Feinabstimmungsaufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval run(s)</source>
        <translation>
            <numerusform>%Ln Eval-Lauf</numerusform>
            <numerusform>%Ln Eval-Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Used by %1.</source>
        <translation>Benutzt von: %1.</translation>
    </message>
    <message>
        <source>All of their files are used elsewhere as well.</source>
        <translation>Alle Dateien darin werden auch anderswo benutzt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of their files are not known to be used anywhere else.</source>
        <translation>
            <numerusform>%Ln Datei darin wird, soweit bekannt, sonst nirgends benutzt.</numerusform>
            <numerusform>%Ln Dateien darin werden, soweit bekannt, sonst nirgends benutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running batch(es)</source>
        <translation>
            <numerusform>%Ln laufenden Batch</numerusform>
            <numerusform>%Ln laufenden Batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running fine-tuning job(s)</source>
        <translation>
            <numerusform>%Ln laufenden Fine-Tuning-Job</numerusform>
            <numerusform>%Ln laufenden Fine-Tuning-Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running eval run(s)</source>
        <translation>
            <numerusform>%Ln laufenden Eval-Lauf</numerusform>
            <numerusform>%Ln laufenden Eval-Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s) still indexing</source>
        <translation>
            <numerusform>%Ln noch indizierenden Vektorspeicher</numerusform>
            <numerusform>%Ln noch indizierenden Vektorspeichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Still needed by %1, which fails without it: %2.</source>
        <translation>Noch gebraucht von %1, ohne die Datei scheitert es: %2.</translation>
    </message>
    <message>
        <source>Still needed by %1, which fail without it: %2.</source>
        <translation>Noch gebraucht von %1, ohne die Datei scheitern sie: %2.</translation>
    </message>
    <message>
        <source>Used by %1: %2.</source>
        <translation>Verwendet von %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s), which lose it</source>
        <translation>
            <numerusform>%Ln Vektorspeicher, der sie verliert</numerusform>
            <numerusform>%Ln Vektorspeicher, die sie verlieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it still runs.</source>
        <translation>Nichts davon läuft noch.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the requests failed or have no answer, and cannot be sent again without the file.</source>
        <translation>
            <numerusform>%Ln der Anfragen ist fehlgeschlagen oder ohne Antwort und kann ohne die Datei nicht noch einmal gesendet werden.</numerusform>
            <numerusform>%Ln der Anfragen sind fehlgeschlagen oder ohne Antwort und können ohne die Datei nicht noch einmal gesendet werden.</numerusform>
        </translation>
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
        <source>“%1” is not understood: try %2</source>
        <translation>„%1“ ist nicht verständlich: Versuchen Sie %2</translation>
    </message>
    <message>
        <source>“%1” can be sorted by, and not filtered: it stands in the files</source>
        <translation>Nach „%1“ lässt sich sortieren, nicht filtern: Es steht in den Dateien</translation>
    </message>
</context>
<context>
    <name>FolderCopy</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The copy needs %1, but the disk has %2 left.</source>
        <translation>Die Kopie braucht %1, auf dem Datenträger sind aber nur noch %2 frei.</translation>
    </message>
    <message>
        <source>%1 is a link, or no file at all, and is not copied.</source>
        <translation>%1 ist eine Verknüpfung oder gar keine Datei und wird nicht kopiert.</translation>
    </message>
</context>
<context>
    <name>FolderSync</name>
    <message>
        <source>It changed while it was read</source>
        <translation>Sie hat sich geändert, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>Its path is longer than an attribute can be</source>
        <translation>Ihr Pfad ist länger, als ein Attribut sein darf</translation>
    </message>
    <message>
        <source>It is in the store, but failed there: %1</source>
        <translation>Sie ist im Speicher, ist dort aber fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Another one of the same path is in the store</source>
        <translation>Im Speicher ist eine andere mit demselben Pfad</translation>
    </message>
    <message>
        <source>One of the same name and size is in the store; its content is not known</source>
        <translation>Im Speicher ist eine mit gleichem Namen und gleicher Größe; ihr Inhalt ist nicht bekannt</translation>
    </message>
    <message>
        <source>It has too many other attributes to keep these as well</source>
        <translation>Sie hat zu viele andere Attribute, um diese auch noch zu behalten</translation>
    </message>
    <message>
        <source>The folder does not have it any more</source>
        <translation>Der Ordner enthält sie nicht mehr</translation>
    </message>
    <message>
        <source>One of the same name, but other content, is in the store; it did not come by a sync</source>
        <translation>Im Speicher ist eine mit demselben Namen, aber anderem Inhalt; sie kam nicht durch einen Abgleich</translation>
    </message>
    <message>
        <source>Another one of the same name is in the store</source>
        <translation>Im Speicher ist eine andere mit demselben Namen</translation>
    </message>
    <message>
        <source>It did not come by a sync, and the folder does not have it</source>
        <translation>Sie kam nicht durch einen Abgleich, und der Ordner hat sie nicht</translation>
    </message>
    <message>
        <source>Its name is not known</source>
        <translation>Ihr Name ist nicht bekannt</translation>
    </message>
    <message>
        <source>It has the name of a file of the folder, but did not come by a sync</source>
        <translation>Sie heißt wie eine Datei des Ordners, kam aber nicht durch einen Abgleich</translation>
    </message>
    <message>
        <source>It did not come by a sync, and the folder has none of its name</source>
        <translation>Sie kam nicht durch einen Abgleich, und der Ordner hat keine ihres Namens</translation>
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
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>GraderForms</name>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Antwort</translation>
    </message>
    <message>
        <source>The console has no form for this kind of grader; the JSON beside it is complete.</source>
        <translation>Für diese Art von Bewerter hat die Konsole kein Formular; das JSON daneben ist vollständig.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Passes when it</source>
        <translation>&amp;Bestanden, wenn sie</translation>
    </message>
    <message>
        <source>equals (eq)</source>
        <translation>gleich ist (eq)</translation>
    </message>
    <message>
        <source>differs from (ne)</source>
        <translation>verschieden ist (ne)</translation>
    </message>
    <message>
        <source>contains (like)</source>
        <translation>enthält (like)</translation>
    </message>
    <message>
        <source>contains, in any case (ilike)</source>
        <translation>enthält, groß oder klein (ilike)</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Referenz</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Maß</translation>
    </message>
    <message>
        <source>&amp;Passes from</source>
        <translation>&amp;Bestanden ab</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>M&amp;essages</source>
        <translation>Na&amp;chrichten</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>&amp;Scores from</source>
        <translation>&amp;Werte von</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Temperatur</translation>
    </message>
    <message>
        <source>T&amp;op p</source>
        <translation>T&amp;op p</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>See&amp;d</translation>
    </message>
    <message>
        <source>Most to&amp;kens</source>
        <translation>Höchstens To&amp;kens</translation>
    </message>
    <message>
        <source>Reasonin&amp;g</source>
        <translation>Reasonin&amp;g</translation>
    </message>
    <message>
        <source>&amp;Scores 1 when it</source>
        <translation>&amp;Ergibt 1, wenn sie</translation>
    </message>
</context>
<context>
    <name>GraderRules</name>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is one of %2.</source>
        <translation>%1 muss eines hiervon sein: %2.</translation>
    </message>
    <message>
        <source>The score from which it passes is missing.</source>
        <translation>Der Wert, ab dem bestanden ist, fehlt.</translation>
    </message>
    <message>
        <source>The score from which it passes is a number.</source>
        <translation>Der Wert, ab dem bestanden ist, ist eine Zahl.</translation>
    </message>
    <message>
        <source>Scores go from %1 to %2: %3 is outside.</source>
        <translation>Die Werte gehen von %1 bis %2: %3 liegt außerhalb.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>Name the labels that the model chooses from.</source>
        <translation>Die Labels nennen, aus denen das Modell wählt.</translation>
    </message>
    <message>
        <source>A label is empty.</source>
        <translation>Ein Label ist leer.</translation>
    </message>
    <message>
        <source>A label stands there twice.</source>
        <translation>Ein Label steht zweimal da.</translation>
    </message>
    <message>
        <source>Say which labels pass.</source>
        <translation>Angeben, welche Labels bestehen.</translation>
    </message>
    <message>
        <source>No label passes: every item would fail.</source>
        <translation>Kein Label besteht: Kein Eintrag würde bestehen.</translation>
    </message>
    <message>
        <source>“%1” passes, but is none of the labels.</source>
        <translation>„%1“ besteht, ist aber keines der Labels.</translation>
    </message>
    <message>
        <source>The range is two numbers: lowest and highest score.</source>
        <translation>Der Bereich besteht aus zwei Zahlen: niedrigster und höchster Wert.</translation>
    </message>
    <message>
        <source>The lowest score must be below the highest.</source>
        <translation>Der niedrigste Wert muss unter dem höchsten liegen.</translation>
    </message>
    <message>
        <source>String check</source>
        <translation>Textvergleich</translation>
    </message>
    <message>
        <source>Text similarity</source>
        <translation>Textähnlichkeit</translation>
    </message>
    <message>
        <source>Label by a model</source>
        <translation>Label durch ein Modell</translation>
    </message>
    <message>
        <source>Score by a model</source>
        <translation>Wert durch ein Modell</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Compares the answer with a text, letter by letter.</source>
        <translation>Vergleicht die Antwort mit einem Text, Buchstabe für Buchstabe.</translation>
    </message>
    <message>
        <source>Measures how near the answer is to a reference, and passes from a score on.</source>
        <translation>Misst, wie nah die Antwort einer Referenz ist; bestanden ist ab einem Wert.</translation>
    </message>
    <message>
        <source>A model sorts the answer into one of your labels; some of them pass.</source>
        <translation>Ein Modell ordnet die Antwort einem der eigenen Labels zu; einige davon bestehen.</translation>
    </message>
    <message>
        <source>A model gives the answer a score, and it passes from a score on.</source>
        <translation>Ein Modell gibt der Antwort einen Wert; bestanden ist ab einem bestimmten Wert.</translation>
    </message>
    <message>
        <source>A function grade(sample, item) of yours gives the score. It runs at the service.</source>
        <translation>Eine eigene Funktion grade(sample, item) liefert den Wert. Sie läuft beim Dienst.</translation>
    </message>
    <message>
        <source>A grader is one of %1.</source>
        <translation>Ein Bewerter ist einer von diesen: %1.</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Der verglichene Text</translation>
    </message>
    <message>
        <source>What it is compared with</source>
        <translation>Der Vergleichstext</translation>
    </message>
    <message>
        <source>The operation</source>
        <translation>Die Operation</translation>
    </message>
    <message>
        <source>Every text contains the empty one: all items would pass.</source>
        <translation>Jeder Text enthält den leeren: Alle Einträge würden bestehen.</translation>
    </message>
    <message>
        <source>The measure</source>
        <translation>Das Maß</translation>
    </message>
    <message>
        <source>The source</source>
        <translation>Der Quelltext</translation>
    </message>
    <message>
        <source>The source defines no function grade(sample, item).</source>
        <translation>Der Quelltext definiert keine Funktion grade(sample, item).</translation>
    </message>
    <message>
        <source>The image is named by a text.</source>
        <translation>Das Image wird durch einen Text benannt.</translation>
    </message>
    <message>
        <source>The messages are missing.</source>
        <translation>Die Nachrichten fehlen.</translation>
    </message>
    <message>
        <source>There is no message.</source>
        <translation>Es gibt keine Nachricht.</translation>
    </message>
    <message>
        <source>The role is one of %1.</source>
        <translation>Die Rolle ist eine von diesen: %1.</translation>
    </message>
    <message>
        <source>Message %1 is empty.</source>
        <translation>Nachricht %1 ist leer.</translation>
    </message>
    <message>
        <source>Message %1 has no content.</source>
        <translation>Nachricht %1 hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>A part of a message is input_text, output_text, input_image or input_audio.</source>
        <translation>Ein Teil einer Nachricht ist input_text, output_text, input_image oder input_audio.</translation>
    </message>
    <message>
        <source>A part of type %1 needs “%2”.</source>
        <translation>Ein Teil der Art %1 braucht „%2“.</translation>
    </message>
    <message>
        <source>The sampling parameters are an object.</source>
        <translation>Die Sampling-Parameter sind ein Objekt.</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Eine ganze Zahl.</translation>
    </message>
    <message>
        <source>At least 1.</source>
        <translation>Mindestens 1.</translation>
    </message>
    <message>
        <source>One of %1.</source>
        <translation>Eines hiervon: %1.</translation>
    </message>
    <message>
        <source>Here it is called %1.</source>
        <translation>Hier heißt es %1.</translation>
    </message>
    <message>
        <source>It is compared with nothing: only an empty answer is equal to that.</source>
        <translation>Verglichen wird mit nichts: Dem gleicht nur eine leere Antwort.</translation>
    </message>
    <message>
        <source>The nearer the answer is to a reference, the higher the reward.</source>
        <translation>Je näher die Antwort einer Referenz ist, desto höher die Belohnung.</translation>
    </message>
    <message>
        <source>A model sorts the answer into one of your labels: 1 for those that pass, else 0.</source>
        <translation>Ein Modell ordnet die Antwort einem der eigenen Labels zu: 1 für die, die bestehen, sonst 0.</translation>
    </message>
    <message>
        <source>A model gives the answer a score, which is the reward.</source>
        <translation>Ein Modell gibt der Antwort einen Wert; er ist die Belohnung.</translation>
    </message>
</context>
<context>
    <name>IndexFile</name>
    <message>
        <source>Another window of this program has this profile open. What is seen here is not kept.</source>
        <translation>Ein anderes Fenster dieses Programms hat dieses Profil geöffnet. Was hier zu sehen ist, wird nicht behalten.</translation>
    </message>
    <message>
        <source>%1 cannot be used. What is seen is not kept.</source>
        <translation>%1 ist nicht benutzbar. Gesehenes wird nicht behalten.</translation>
    </message>
    <message>
        <source>What was kept of this profile is from a newer version of this program. It was put aside, and keeping begins anew.</source>
        <translation>Was von diesem Profil behalten wurde, stammt von einer neueren Version dieses Programms. Es wurde beiseitegelegt, und das Behalten beginnt neu.</translation>
    </message>
    <message>
        <source>What was kept of this profile cannot be read. It was put aside, and keeping begins anew.</source>
        <translation>Was von diesem Profil behalten wurde, ist nicht lesbar. Es wurde beiseitegelegt, und das Behalten beginnt neu.</translation>
    </message>
    <message>
        <source>What is seen is not kept: %1</source>
        <translation>Gesehenes wird nicht behalten: %1</translation>
    </message>
    <message>
        <source>What is seen is not kept from now on: %1</source>
        <translation>Gesehenes wird ab jetzt nicht mehr behalten: %1</translation>
    </message>
</context>
<context>
    <name>ItemSections</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer, %1</source>
        <translation>Antwort, %1</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Grader %1</source>
        <translation>Bewerter %1</translation>
    </message>
    <message>
        <source>Row of the data</source>
        <translation>Zeile der Daten</translation>
    </message>
</context>
<context>
    <name>JobDraft</name>
    <message>
        <source>This is a text.</source>
        <translation>Das muss ein Text sein.</translation>
    </message>
    <message>
        <source>The integrations are a list.</source>
        <translation>Die Integrationen sind eine Liste.</translation>
    </message>
    <message>
        <source>At most 5 integrations are taken, not %1.</source>
        <translation>Höchstens 5 Integrationen werden angenommen, nicht %1.</translation>
    </message>
    <message>
        <source>Only Weights and Biases is taken: &quot;type&quot;: &quot;wandb&quot;.</source>
        <translation>Nur Weights and Biases wird angenommen: &quot;type&quot;: &quot;wandb&quot;.</translation>
    </message>
    <message>
        <source>Integration %1 needs the project that its metrics go to.</source>
        <translation>Integration %1 braucht das Projekt, in das ihre Kennzahlen gehen.</translation>
    </message>
    <message>
        <source>The tags are a list of texts.</source>
        <translation>Die Tags sind eine Liste von Texten.</translation>
    </message>
    <message>
        <source>How many times the model goes through the training file.</source>
        <translation>Wie oft das Modell die Trainingsdatei durchgeht.</translation>
    </message>
    <message>
        <source>Examples that are learned from at once. Larger ones change the model less often.</source>
        <translation>Beispiele, aus denen auf einmal gelernt wird. Größere Batches ändern das Modell seltener.</translation>
    </message>
    <message>
        <source>How far each step changes the model, of what the service takes by itself.</source>
        <translation>Wie stark jeder Schritt das Modell ändert, gemessen an dem, was der Dienst von sich aus nimmt.</translation>
    </message>
    <message>
        <source>How near the model stays to what it was. Higher: nearer.</source>
        <translation>Wie nah das Modell bei dem bleibt, was es war. Höher: näher.</translation>
    </message>
    <message>
        <source>How long the model thinks while it is trained.</source>
        <translation>Wie lange das Modell nachdenkt, während es trainiert wird.</translation>
    </message>
    <message>
        <source>How much is tried out for each example. More takes longer and costs more.</source>
        <translation>Wie viel für jedes Beispiel ausprobiert wird. Mehr dauert länger und kostet mehr.</translation>
    </message>
    <message>
        <source>Training steps between two evaluations.</source>
        <translation>Trainingsschritte zwischen zwei Auswertungen.</translation>
    </message>
    <message>
        <source>Answers that each evaluation takes of an example.</source>
        <translation>Antworten, die jede Auswertung zu einem Beispiel nimmt.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>above %1, at most %2</source>
        <translation>über %1, höchstens %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>a whole number, at least %1</source>
        <translation>eine ganze Zahl, mindestens %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 is one of %2.</source>
        <translation>%1 muss eines hiervon sein: %2.</translation>
    </message>
    <message>
        <source>%1 is auto or a number: %2.</source>
        <translation>%1 ist auto oder eine Zahl: %2.</translation>
    </message>
    <message>
        <source>%1 is %2, not %3.</source>
        <translation>%1 ist %2, nicht %3.</translation>
    </message>
    <message>
        <source>No training file is chosen.</source>
        <translation>Keine Trainingsdatei ist gewählt.</translation>
    </message>
    <message>
        <source>This is the training file: validating with it says nothing.</source>
        <translation>Das ist die Trainingsdatei: Mit ihr zu validieren, sagt nichts aus.</translation>
    </message>
    <message>
        <source>Name the model that is to be trained.</source>
        <translation>Das Modell nennen, das trainiert werden soll.</translation>
    </message>
    <message>
        <source>The method is an object with its type.</source>
        <translation>Die Methode ist ein Objekt mit ihrem Typ.</translation>
    </message>
    <message>
        <source>The method is one of %1.</source>
        <translation>Die Methode ist eine von diesen: %1.</translation>
    </message>
    <message>
        <source>A suffix has at most 64 characters, not %1.</source>
        <translation>Ein Suffix hat höchstens 64 Zeichen, nicht %1.</translation>
    </message>
    <message>
        <source>A suffix has at least one character, or is left out.</source>
        <translation>Ein Suffix hat mindestens ein Zeichen oder wird weggelassen.</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0 to %1.</source>
        <translation>Der Startwert ist eine ganze Zahl von 0 bis %1.</translation>
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
    <name>LineIndex</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 became shorter while it was read.</source>
        <translation>%1 wurde während des Lesens kürzer.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 is not open.</source>
        <translation>%1 ist nicht offen.</translation>
    </message>
    <message>
        <source>%1 has no line %2.</source>
        <translation>%1 hat keine Zeile %2.</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation>%1 hat sich während des Lesens geändert.</translation>
    </message>
</context>
<context>
    <name>LineReader</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 became shorter while it was read.</source>
        <translation>%1 wurde kürzer, während es gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message>
        <source>The built-in server is missing from this installation: %1</source>
        <translation>Der eingebaute Server fehlt in dieser Installation: %1</translation>
    </message>
    <message>
        <source>The built-in server is not loaded, for anybody may change it: %1</source>
        <translation>Der eingebaute Server wird nicht geladen, weil jeder ihn ändern kann: %1</translation>
    </message>
    <message>
        <source>The built-in server cannot be loaded: %1</source>
        <translation>Der eingebaute Server kann nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>The built-in server is of another version than this program. Start the program again.</source>
        <translation>Der eingebaute Server ist von einer anderen Version als dieses Programm. Starten Sie das Programm neu.</translation>
    </message>
</context>
<context>
    <name>LostAnswer</name>
    <message>
        <source>“%1” was sent, but no answer says what became of it, and the list could not be asked. It may be there.</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde, und die Liste konnte nicht gefragt werden. Es kann da sein.</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it. The list holds nothing new that looks like it.</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde. Die Liste enthält nichts Neues, das danach aussieht.</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it. The list holds something new that looks like it: %2.</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde. Die Liste enthält etwas Neues, das danach aussieht: %2.</translation>
    </message>
</context>
<context>
    <name>MetadataRules</name>
    <message>
        <source>Metadata are pairs of names and texts.</source>
        <translation>Metadaten sind Paare aus Namen und Texten.</translation>
    </message>
    <message>
        <source>At most 16 pairs are taken, not %1.</source>
        <translation>Höchstens 16 Paare gehen, nicht %1.</translation>
    </message>
    <message>
        <source>A pair has no name.</source>
        <translation>Ein Paar hat keinen Namen.</translation>
    </message>
    <message>
        <source>“%1…” is longer than the 64 characters that a name may have.</source>
        <translation>„%1…“ ist länger als die 64 Zeichen, die ein Name haben darf.</translation>
    </message>
    <message>
        <source>The value of “%1” must be a text.</source>
        <translation>Der Wert von „%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>The value of “%1” is longer than the 512 characters that it may have.</source>
        <translation>Der Wert von „%1“ ist länger als die 512 Zeichen, die er haben darf.</translation>
    </message>
</context>
<context>
    <name>ObjectReader</name>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
</context>
<context>
    <name>Overfitting</name>
    <message>
        <source>Marked where the validation loss, averaged over %1 of its points or over %2 % of them if that is more, is lowest, if it is then higher by more than %3 % and than its noise at %4 points in a row, while the training loss goes on falling.</source>
        <translation>Markiert, wo der Validierungsverlust, gemittelt über %1 seiner Punkte oder über %2 % von ihnen, falls das mehr ist, am niedrigsten ist, wenn er danach an %4 Punkten in Folge um mehr als %3 % und mehr als sein Rauschen höher liegt, während der Trainingsverlust weiter sinkt.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>Eval %1</source>
        <translation>Eval %1</translation>
    </message>
    <message>
        <source>Eval run %1</source>
        <translation>Eval-Lauf %1</translation>
    </message>
    <message>
        <source>Fine-tuning %1</source>
        <translation>Feinabstimmung %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>a length of time</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln Batch</numerusform>
            <numerusform>%Ln Batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval run(s)</source>
        <translation>
            <numerusform>%Ln Eval-Lauf</numerusform>
            <numerusform>%Ln Eval-Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fine-tuning job(s)</source>
        <translation>
            <numerusform>%Ln Feinabstimmungsauftrag</numerusform>
            <numerusform>%Ln Feinabstimmungsaufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) indexing</source>
        <translation>
            <numerusform>%Ln Speicher wird indiziert</numerusform>
            <numerusform>%Ln Speicher werden indiziert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln Übertragung</numerusform>
            <numerusform>%Ln Übertragungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 requests failed</source>
        <translation>%1: %2 von %3 Anfragen fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an object, and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) failed in %1</source>
        <translation>
            <numerusform>%Ln Datei in %1 fehlgeschlagen</numerusform>
            <numerusform>%Ln Dateien in %1 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) failed</source>
        <translation>
            <numerusform>%Ln Übertragung fehlgeschlagen</numerusform>
            <numerusform>%Ln Übertragungen fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln upload(s) nobody knows whether they arrived</source>
        <translation>
            <numerusform>Von %Ln Upload weiß niemand, ob er ankam</numerusform>
            <numerusform>Von %Ln Uploads weiß niemand, ob sie ankamen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 expires %2</source>
        <comment>a store, and &apos;in 2 days&apos;</comment>
        <translation>%1 läuft %2 ab</translation>
    </message>
    <message>
        <source>(no purpose)</source>
        <translation>(ohne Zweck)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 a day</source>
        <comment>size and cost</comment>
        <translation>%1, %2 pro Tag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s)</source>
        <translation>
            <numerusform>%Ln Vektorspeicher</numerusform>
            <numerusform>%Ln Vektorspeicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) for %1</source>
        <comment>a purpose</comment>
        <translation>
            <numerusform>%Ln Datei für %1</numerusform>
            <numerusform>%Ln Dateien für %1</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>ended well</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>a job</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>no progress for %1</source>
        <comment>a length of time</comment>
        <translation>seit %1 kein Fortschritt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Created %1. Nobody saw when it ended.</source>
        <comment>a time</comment>
        <translation>Erstellt %1. Wann es endete, hat niemand gesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln pausiert</numerusform>
            <numerusform>%Ln pausiert</numerusform>
        </translation>
    </message>
    <message>
        <source>stuck</source>
        <comment>a job</comment>
        <translation>hängt fest</translation>
    </message>
    <message numerus="yes">
        <source>A visit ends when this window is left, or closed, for longer than %Ln minute(s).</source>
        <translation>
            <numerusform>Ein Besuch endet, wenn dieses Fenster länger als %Ln Minute verlassen oder geschlossen ist.</numerusform>
            <numerusform>Ein Besuch endet, wenn dieses Fenster länger als %Ln Minuten verlassen oder geschlossen ist.</numerusform>
        </translation>
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
    <message>
        <source>Evals</source>
        <translation>Evals</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Vector stores</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
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
    <name>Palette</name>
    <message>
        <source>file</source>
        <comment>a kind of object</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>batch</source>
        <comment>a kind of object</comment>
        <translation>Batch</translation>
    </message>
    <message>
        <source>vector store</source>
        <comment>a kind of object</comment>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>file in a store</source>
        <comment>a kind of object</comment>
        <translation>Datei im Speicher</translation>
    </message>
    <message>
        <source>eval</source>
        <comment>a kind of object</comment>
        <translation>Eval</translation>
    </message>
    <message>
        <source>eval run</source>
        <comment>a kind of object</comment>
        <translation>Eval-Lauf</translation>
    </message>
    <message>
        <source>fine-tuning job</source>
        <comment>a kind of object</comment>
        <translation>Feinabstimmungsauftrag</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <comment>a kind of object</comment>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>model</source>
        <comment>a kind of object</comment>
        <translation>Modell</translation>
    </message>
    <message>
        <source>object</source>
        <comment>a kind of object</comment>
        <translation>Objekt</translation>
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
    <name>PriceTable</name>
    <message>
        <source>The model&apos;s name is missing.</source>
        <translation>Der Name des Modells fehlt.</translation>
    </message>
    <message>
        <source>“%1” is listed twice.</source>
        <translation>„%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>A price is a number of dollars, 0 or more.</source>
        <translation>Ein Preis ist eine Zahl in Dollar, mindestens 0.</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
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
    <message>
        <source>offline copy of %1</source>
        <translation>Offline-Kopie von %1</translation>
    </message>
    <message>
        <source>The folder of the archive is missing.</source>
        <translation>Der Ordner des Archivs fehlt.</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
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
    <name>QuerySet</name>
    <message>
        <source>There is no column “query” in this file.</source>
        <translation>In dieser Datei gibt es keine Spalte „query“.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1 has no query.</source>
        <translation>Zeile %1 hat keine Suchanfrage.</translation>
    </message>
    <message>
        <source>A set has at most %1 queries; those from line %2 on were left out.</source>
        <translation>Ein Satz hat höchstens %1 Suchanfragen; die ab Zeile %2 wurden ausgelassen.</translation>
    </message>
    <message>
        <source>There is no query in this file.</source>
        <translation>In dieser Datei ist keine Suchanfrage.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
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
    <name>ResultsFile</name>
    <message>
        <source>The results file is empty.</source>
        <translation>Die Ergebnisdatei ist leer.</translation>
    </message>
    <message>
        <source>This is no results file: it has too many columns.</source>
        <translation>Das ist keine Ergebnisdatei: Sie hat zu viele Spalten.</translation>
    </message>
    <message>
        <source>This is no results file: its first line names no column “step”.</source>
        <translation>Das ist keine Ergebnisdatei: Ihre erste Zeile nennt keine Spalte „step“.</translation>
    </message>
    <message>
        <source>No line of the results file could be read: none is what the header says.</source>
        <translation>Keine Zeile der Ergebnisdatei ließ sich lesen: Keine entspricht der Kopfzeile.</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Requests of the batch</source>
        <translation>Anfragen des Batches</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>This server does not hand out the files of batches.</source>
        <translation>Dieser Server gibt die Dateien von Batches nicht heraus.</translation>
    </message>
    <message>
        <source>There are no requests.</source>
        <translation>Es gibt keine Anfragen.</translation>
    </message>
    <message>
        <source>The files of this batch are empty.</source>
        <translation>Die Dateien dieses Batches sind leer.</translation>
    </message>
    <message>
        <source>The service refused the input file of this batch: none of its requests was run.</source>
        <translation>Der Dienst hat die Eingabedatei dieses Batches abgelehnt: Keine seiner Anfragen lief.</translation>
    </message>
    <message>
        <source>Its details say why.</source>
        <translation>Seine Einzelheiten sagen, warum.</translation>
    </message>
    <message>
        <source>This batch has no results yet.</source>
        <translation>Dieser Batch hat noch keine Ergebnisse.</translation>
    </message>
    <message>
        <source>The service writes them when the batch has ended.</source>
        <translation>Der Dienst schreibt sie, wenn der Batch zu Ende ist.</translation>
    </message>
    <message>
        <source>The files of this batch are gone.</source>
        <translation>Die Dateien dieses Batches sind weg.</translation>
    </message>
    <message>
        <source>They were deleted, or the service does not hand them out.</source>
        <translation>Sie wurden gelöscht, oder der Dienst gibt sie nicht heraus.</translation>
    </message>
    <message>
        <source>Loading was stopped.</source>
        <translation>Das Laden wurde angehalten.</translation>
    </message>
    <message>
        <source>What came is kept: loading again goes on from there.</source>
        <translation>Was kam, bleibt: Erneutes Laden geht von dort aus weiter.</translation>
    </message>
    <message>
        <source>The file with the requests was deleted: only answers can be shown.</source>
        <translation>Die Datei mit den Anfragen wurde gelöscht: Nur Antworten lassen sich zeigen.</translation>
    </message>
    <message>
        <source>The service does not hand out the file with the requests: only answers can be shown.</source>
        <translation>Der Dienst gibt die Datei mit den Anfragen nicht heraus: Nur Antworten lassen sich zeigen.</translation>
    </message>
    <message>
        <source>The output file of attempt %1 was deleted: its answers cannot be shown.</source>
        <translation>Die Ausgabedatei von Versuch %1 wurde gelöscht: Seine Antworten lassen sich nicht zeigen.</translation>
    </message>
    <message>
        <source>The service does not hand out the output file of attempt %1.</source>
        <translation>Der Dienst gibt die Ausgabedatei von Versuch %1 nicht heraus.</translation>
    </message>
    <message>
        <source>The error file of attempt %1 was deleted: why its requests failed cannot be shown.</source>
        <translation>Die Fehlerdatei von Versuch %1 wurde gelöscht: Warum seine Anfragen fehlschlugen, lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>The service does not hand out the error file of attempt %1.</source>
        <translation>Der Dienst gibt die Fehlerdatei von Versuch %1 nicht heraus.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the answers cannot be read.</source>
        <translation>
            <numerusform>%Ln Zeile der Antworten ist nicht lesbar.</numerusform>
            <numerusform>%Ln Zeilen der Antworten sind nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The batch is still running. The service writes its answers when it has ended; so far there are its requests.</source>
        <translation>Der Batch läuft noch. Der Dienst schreibt seine Antworten, wenn er zu Ende ist; bisher gibt es seine Anfragen.</translation>
    </message>
    <message>
        <source>result: any</source>
        <translation>Ergebnis: alle</translation>
    </message>
    <message>
        <source>result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>result: not answered</source>
        <translation>Ergebnis: nicht beantwortet</translation>
    </message>
    <message>
        <source>note: any</source>
        <translation>Hinweis: alle</translation>
    </message>
    <message>
        <source>answered twice</source>
        <translation>zweimal beantwortet</translation>
    </message>
    <message>
        <source>nobody asked for it</source>
        <translation>niemand hat danach gefragt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more kind(s)</source>
        <translation>
            <numerusform>%Ln weitere Art</numerusform>
            <numerusform>%Ln weitere Arten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>answered of those that were sent: &quot;11,588 of 12,000&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>This batch had no results when it was archived.</source>
        <translation>Dieser Batch hatte keine Ergebnisse, als er archiviert wurde.</translation>
    </message>
    <message>
        <source>It had not ended then.</source>
        <translation>Er war damals noch nicht beendet.</translation>
    </message>
    <message>
        <source>The batch had not ended when it was archived: the archive has its requests, and no answers.</source>
        <translation>Der Batch war nicht beendet, als er archiviert wurde: Das Archiv enthält seine Anfragen und keine Antworten.</translation>
    </message>
</context>
<context>
    <name>RewardFormula</name>
    <message>
        <source>The formula ends too early.</source>
        <translation>Die Formel endet zu früh.</translation>
    </message>
    <message>
        <source>“%1” cannot stand where it stands in the formula.</source>
        <translation>„%1“ kann nicht da stehen, wo es in der Formel steht.</translation>
    </message>
    <message>
        <source>A bracket of the formula is not closed.</source>
        <translation>Eine Klammer der Formel ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The formula has too many brackets in brackets.</source>
        <translation>Die Formel hat zu viele Klammern in Klammern.</translation>
    </message>
    <message>
        <source>No grader is called “%1”: there is %2.</source>
        <translation>Kein Bewerter heißt „%1“: Es gibt %2.</translation>
    </message>
    <message>
        <source>What %1 is worked out of stands in brackets: %1(…).</source>
        <translation>Woraus %1 berechnet wird, steht in Klammern: %1(…).</translation>
    </message>
    <message>
        <source>%1 takes one value.</source>
        <translation>%1 nimmt nur einen Wert.</translation>
    </message>
    <message>
        <source>The formula is empty: it says how the scores become the reward.</source>
        <translation>Die Formel ist leer: Sie sagt, wie aus den Werten die Belohnung wird.</translation>
    </message>
</context>
<context>
    <name>RewardGrader</name>
    <message>
        <source>Reinforcement needs a grader: it says how good an answer is.</source>
        <translation>Bestärkendes Training braucht einen Bewerter: Er sagt, wie gut eine Antwort ist.</translation>
    </message>
    <message>
        <source>The grader is one of %1, or multi.</source>
        <translation>Der Bewerter ist einer von diesen: %1 oder multi.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>The graders are an object: a name for each, and the grader.</source>
        <translation>Die Bewerter sind ein Objekt: je ein Name und der Bewerter.</translation>
    </message>
    <message>
        <source>There is no grader that the formula could name: add one.</source>
        <translation>Es gibt keinen Bewerter, den die Formel nennen könnte: einen hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” cannot be named in a formula: take letters, digits and underscores, and no name of a function.</source>
        <translation>„%1“ lässt sich in einer Formel nicht nennen: Buchstaben, Ziffern und Unterstriche nehmen, aber keinen Namen einer Funktion.</translation>
    </message>
    <message>
        <source>“%1” is not in the formula: its score changes nothing.</source>
        <translation>„%1“ steht nicht in der Formel: Sein Wert ändert nichts.</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
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
    <name>RunDraft</name>
    <message>
        <source>A time, in seconds since 1970.</source>
        <translation>Ein Zeitpunkt, in Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>The end is before the beginning: nothing would be found.</source>
        <translation>Das Ende liegt vor dem Anfang: Es würde nichts gefunden.</translation>
    </message>
    <message>
        <source>A whole number, at least 1.</source>
        <translation>Eine ganze Zahl, mindestens 1.</translation>
    </message>
    <message>
        <source>The filter is an object of names and values.</source>
        <translation>Der Filter ist ein Objekt aus Namen und Werten.</translation>
    </message>
    <message>
        <source>A list of names.</source>
        <translation>Eine Liste von Namen.</translation>
    </message>
    <message>
        <source>Tools are a list.</source>
        <translation>Werkzeuge sind eine Liste.</translation>
    </message>
    <message>
        <source>Each tool is an object with a type.</source>
        <translation>Jedes Werkzeug ist ein Objekt mit einem type.</translation>
    </message>
    <message>
        <source>For completions a function has its name inside &quot;function&quot;.</source>
        <translation>Bei completions steht der Name einer Funktion innerhalb von &quot;function&quot;.</translation>
    </message>
    <message>
        <source>For responses a function has its name beside &quot;type&quot;.</source>
        <translation>Bei responses steht der Name einer Funktion neben &quot;type&quot;.</translation>
    </message>
    <message>
        <source>A format is an object whose type is one of %1.</source>
        <translation>Ein Format ist ein Objekt mit einem dieser Werte als type: %1.</translation>
    </message>
    <message>
        <source>The name is a text.</source>
        <translation>Der Name ist ein Text.</translation>
    </message>
    <message>
        <source>Without a name it is hard to tell from other runs.</source>
        <translation>Ohne Namen ist er schwer von anderen Läufen zu unterscheiden.</translation>
    </message>
    <message>
        <source>A run needs a data source.</source>
        <translation>Ein Lauf braucht eine Datenquelle.</translation>
    </message>
    <message>
        <source>The data source is one of %1.</source>
        <translation>Die Datenquelle ist eine von diesen: %1.</translation>
    </message>
    <message>
        <source>The rows of %1 come from one of %2.</source>
        <translation>Die Zeilen von %1 kommen aus einer dieser Quellen: %2.</translation>
    </message>
    <message>
        <source>The rows are a list.</source>
        <translation>Die Zeilen sind eine Liste.</translation>
    </message>
    <message>
        <source>There are no rows yet.</source>
        <translation>Es gibt noch keine Zeilen.</translation>
    </message>
    <message>
        <source>Choose the file with the rows.</source>
        <translation>Die Datei mit den Zeilen auswählen.</translation>
    </message>
    <message>
        <source>Rows of jsonl bring their answers: “%1” does not belong here.</source>
        <translation>Zeilen aus jsonl bringen ihre Antworten mit: „%1“ gehört nicht hierher.</translation>
    </message>
    <message>
        <source>The model is named by a text.</source>
        <translation>Das Modell wird durch einen Text benannt.</translation>
    </message>
    <message>
        <source>Choose the model that answers.</source>
        <translation>Das Modell auswählen, das antwortet.</translation>
    </message>
    <message>
        <source>The messages are a template or an item_reference.</source>
        <translation>Die Nachrichten sind template oder item_reference.</translation>
    </message>
    <message>
        <source>Say what the model is asked.</source>
        <translation>Angeben, was das Modell gefragt wird.</translation>
    </message>
    <message>
        <source>Completions take a response_format, not a text.format.</source>
        <translation>Completions nehmen ein response_format, kein text.format.</translation>
    </message>
    <message>
        <source>Responses take a text.format, not a response_format.</source>
        <translation>Responses nehmen ein text.format, kein response_format.</translation>
    </message>
</context>
<context>
    <name>RunForms</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Temperatur</translation>
    </message>
    <message>
        <source>T&amp;op p</source>
        <translation>T&amp;op p</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>See&amp;d</translation>
    </message>
    <message>
        <source>Most to&amp;kens</source>
        <translation>Tokens hö&amp;chstens</translation>
    </message>
    <message>
        <source>Reasonin&amp;g</source>
        <translation>Reasonin&amp;g</translation>
    </message>
    <message>
        <source>Response &amp;format</source>
        <translation>Antwort&amp;format</translation>
    </message>
    <message>
        <source>Too&amp;ls</source>
        <translation>Wer&amp;kzeuge</translation>
    </message>
    <message>
        <source>Text &amp;format</source>
        <translation>Text&amp;format</translation>
    </message>
    <message>
        <source>What matches all of these is taken; a field left empty does not count.</source>
        <translation>Genommen wird, was zu allem hier passt; ein leer gelassenes Feld zählt nicht.</translation>
    </message>
    <message>
        <source>Made by m&amp;odel</source>
        <translation>Erzeugt vom M&amp;odell</translation>
    </message>
    <message>
        <source>Made &amp;after</source>
        <translation>Erzeugt n&amp;ach</translation>
    </message>
    <message>
        <source>Made &amp;before</source>
        <translation>Erzeugt &amp;vor</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>&amp;Instructions contain</source>
        <translation>Anwe&amp;isungen enthalten</translation>
    </message>
    <message>
        <source>Top &amp;p</source>
        <translation>Top &amp;p</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>ids, with commas between</source>
        <translation>IDs, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>names, with commas between</source>
        <translation>Namen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Meta&amp;data</source>
        <translation>Meta&amp;daten</translation>
    </message>
</context>
<context>
    <name>SampleAction</name>
    <message>
        <source>Add sample data</source>
        <translation>Beispieldaten hinzufügen</translation>
    </message>
    <message>
        <source>The sample data could not be added: %1</source>
        <translation>Die Beispieldaten ließen sich nicht hinzufügen: %1</translation>
    </message>
</context>
<context>
    <name>SchemaCheck</name>
    <message>
        <source>%1 may not be there</source>
        <translation>%1 darf nicht da sein</translation>
    </message>
    <message>
        <source>%1 is %2, the schema wants %3</source>
        <translation>%1 ist %2, das Schema verlangt %3</translation>
    </message>
    <message>
        <source>%1 is none of %2</source>
        <translation>%1 ist keines von %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>%1 is shorter than %2</source>
        <translation>%1 ist kürzer als %2</translation>
    </message>
    <message>
        <source>%1 is longer than %2</source>
        <translation>%1 ist länger als %2</translation>
    </message>
    <message>
        <source>%1 does not match the pattern %2</source>
        <translation>%1 passt nicht zum Muster %2</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1 liegt unter %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1 liegt über %2</translation>
    </message>
    <message>
        <source>%1 is not above %2</source>
        <translation>%1 liegt nicht über %2</translation>
    </message>
    <message>
        <source>%1 is not below %2</source>
        <translation>%1 liegt nicht unter %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is not in the schema</source>
        <translation>%1 steht nicht im Schema</translation>
    </message>
    <message>
        <source>%1 has fewer than %2 entries</source>
        <translation>%1 hat weniger als %2 Einträge</translation>
    </message>
    <message>
        <source>%1 has more than %2 entries</source>
        <translation>%1 hat mehr als %2 Einträge</translation>
    </message>
    <message>
        <source>%1 fits more than one of the shapes of which it must be one</source>
        <translation>%1 passt zu mehr als einer der Formen, von denen es genau eine haben muss</translation>
    </message>
    <message>
        <source>%1 is what the schema forbids</source>
        <translation>%1 ist, was das Schema verbietet</translation>
    </message>
    <message>
        <source>“%1” is no type: a text or a list of texts is wanted.</source>
        <translation>„%1“ ist kein Typ: Verlangt ist ein Text oder eine Liste von Texten.</translation>
    </message>
    <message>
        <source>“%1” is no type of JSON Schema (%2).</source>
        <translation>„%1“ ist kein Typ von JSON Schema (%2).</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>„%1“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“%1” must be a list of names.</source>
        <translation>„%1“ muss eine Liste von Namen sein.</translation>
    </message>
</context>
<context>
    <name>SchemaInference</name>
    <message numerus="yes">
        <source>Read off %Ln row(s)</source>
        <translation>
            <numerusform>Aus %Ln Zeile gelesen</numerusform>
            <numerusform>Aus %Ln Zeilen gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>only the first %1 of %2 were looked at</source>
        <translation>nur die ersten %1 von %2 wurden angesehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) left out, the first is line %1</source>
        <translation>
            <numerusform>%Ln Zeile ausgelassen, die erste ist Zeile %1</numerusform>
            <numerusform>%Ln Zeilen ausgelassen, die erste ist Zeile %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScratchFolder</name>
    <message>
        <source>No folder could be made in %1.</source>
        <translation>In %1 konnte kein Ordner angelegt werden.</translation>
    </message>
</context>
<context>
    <name>SearchFilter</name>
    <message>
        <source>A text of an attribute has at most 512 characters.</source>
        <translation>Ein Text eines Attributs hat höchstens 512 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” takes a list of texts and numbers.</source>
        <translation>„%1“ nimmt eine Liste von Texten und Zahlen.</translation>
    </message>
    <message>
        <source>“%1” needs at least one value.</source>
        <translation>„%1“ braucht mindestens einen Wert.</translation>
    </message>
    <message>
        <source>“%1” takes a text, a number, true or false.</source>
        <translation>„%1“ nimmt einen Text, eine Zahl, wahr oder falsch.</translation>
    </message>
    <message>
        <source>“%1” takes a number or a text.</source>
        <translation>„%1“ nimmt eine Zahl oder einen Text.</translation>
    </message>
    <message>
        <source>A condition is empty.</source>
        <translation>Eine Bedingung ist leer.</translation>
    </message>
    <message>
        <source>This part cannot be shown as conditions; it is sent as it stands.</source>
        <translation>Dieser Teil ist nicht als Bedingungen darstellbar; er wird so gesendet, wie er ist.</translation>
    </message>
    <message>
        <source>A condition needs the key of an attribute.</source>
        <translation>Eine Bedingung braucht den Schlüssel eines Attributs.</translation>
    </message>
    <message>
        <source>A key has at most 64 characters.</source>
        <translation>Ein Schlüssel hat höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>A group needs at least one condition.</source>
        <translation>Eine Gruppe braucht mindestens eine Bedingung.</translation>
    </message>
    <message>
        <source>(cannot be shown as conditions)</source>
        <translation>(nicht als Bedingungen darstellbar)</translation>
    </message>
    <message>
        <source>(no condition)</source>
        <translation>(keine Bedingung)</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>SearchSetting</name>
    <message>
        <source>The number of results is from 1 to 50.</source>
        <translation>Die Anzahl der Ergebnisse liegt zwischen 1 und 50.</translation>
    </message>
    <message>
        <source>The score threshold is from 0 to 1.</source>
        <translation>Die Schwelle für den Punktwert liegt zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>The ranker has blanks around it.</source>
        <translation>Vor oder nach der Rangfolge stehen Leerzeichen.</translation>
    </message>
    <message>
        <source>This ranker is not known here; the server may refuse it.</source>
        <translation>Diese Rangfolge ist hier nicht bekannt; der Server lehnt sie vielleicht ab.</translation>
    </message>
    <message>
        <source>ranker of the server</source>
        <translation>Rangfolge des Servers</translation>
    </message>
    <message>
        <source>ranker %1</source>
        <translation>Rangfolge %1</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>rewrite on</source>
        <translation>Umschreiben an</translation>
    </message>
    <message>
        <source>rewrite off</source>
        <translation>Umschreiben aus</translation>
    </message>
    <message>
        <source>%1 results</source>
        <translation>Ergebnisse: %1</translation>
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
    <name>ShownLine</name>
    <message>
        <source>The line holds zero bytes: it is no text.</source>
        <translation>Die Zeile enthält Nullbytes: Sie ist kein Text.</translation>
    </message>
    <message>
        <source>The line holds bytes that are not UTF-8.</source>
        <translation>Die Zeile enthält Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
        <source>Not JSON: %1.</source>
        <translation>Kein JSON: %1.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which JSON lines do not have.</source>
        <translation>Die Datei beginnt mit einer Byte-Reihenfolge-Marke, die JSON-Zeilen nicht haben.</translation>
    </message>
    <message>
        <source>The line is %1 long; no more than a part of it can be shown at a time.</source>
        <translation>Die Zeile ist %1 lang; mehr als ein Teil davon lässt sich nicht auf einmal zeigen.</translation>
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
    <name>StorageCost</name>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
</context>
<context>
    <name>StoreDraft</name>
    <message>
        <source>Files are a list of ids.</source>
        <translation>Dateien sind eine Liste von IDs.</translation>
    </message>
    <message>
        <source>At most %1 files go in when a store is made; these are %2. Add the others afterwards.</source>
        <translation>Beim Anlegen nimmt ein Speicher höchstens %1 Dateien auf; dies sind %2. Die übrigen danach aufnehmen.</translation>
    </message>
    <message>
        <source>Each file is named by its id.</source>
        <translation>Jede Datei wird mit ihrer ID genannt.</translation>
    </message>
    <message>
        <source>Chunks are cut in the way “auto” or “static”.</source>
        <translation>Abschnitte werden auf die Art „auto“ oder „static“ geschnitten.</translation>
    </message>
    <message>
        <source>A chunk has %1 to %2 tokens.</source>
        <translation>Ein Abschnitt hat %1 bis %2 Token.</translation>
    </message>
    <message>
        <source>The overlap is a number of tokens, 0 or more.</source>
        <translation>Die Überlappung ist eine Anzahl von Token, 0 oder mehr.</translation>
    </message>
    <message>
        <source>The overlap is at most half of a chunk: %1 tokens.</source>
        <translation>Die Überlappung ist höchstens ein halber Abschnitt: %1 Token.</translation>
    </message>
    <message>
        <source>A store expires %1 to %2 days after it was last used.</source>
        <translation>Ein Speicher läuft %1 bis %2 Tage nach der letzten Benutzung ab.</translation>
    </message>
    <message>
        <source>Days count from “last_active_at”.</source>
        <translation>Die Tage zählen ab „last_active_at“.</translation>
    </message>
    <message>
        <source>The name is a text.</source>
        <translation>Der Name ist ein Text.</translation>
    </message>
    <message>
        <source>The description is a text.</source>
        <translation>Die Beschreibung ist ein Text.</translation>
    </message>
    <message>
        <source>Chunking holds for the files that are chosen here, and none are.</source>
        <translation>Die Aufteilung gilt für die Dateien, die hier ausgewählt sind, und es sind keine ausgewählt.</translation>
    </message>
</context>
<context>
    <name>StoreFileRules</name>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>Larger than 512 MB, the limit for a store</source>
        <translation>Größer als 512 MB, die Grenze für einen Speicher</translation>
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
        <source>A file has at most %1 attributes.</source>
        <translation>Eine Datei hat höchstens %1 Attribute.</translation>
    </message>
    <message>
        <source>An attribute has no name.</source>
        <translation>Ein Attribut hat keinen Namen.</translation>
    </message>
    <message>
        <source>The name “%1” is longer than %2 characters.</source>
        <translation>Der Name „%1“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>The text of “%1” is longer than %2 characters.</source>
        <translation>Der Text von „%1“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” is neither a text, nor a number, nor yes or no.</source>
        <translation>„%1“ ist weder ein Text noch eine Zahl noch Ja oder Nein.</translation>
    </message>
    <message>
        <source>not supported (no ending)</source>
        <translation>nicht unterstützt (keine Endung)</translation>
    </message>
    <message>
        <source>not supported (.%1)</source>
        <translation>nicht unterstützt (.%1)</translation>
    </message>
</context>
<context>
    <name>StoreText</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>indexing %1 %</source>
        <translation>wird indiziert, %1 %</translation>
    </message>
    <message>
        <source>indexing</source>
        <translation>wird indiziert</translation>
    </message>
    <message>
        <source>expires %1</source>
        <comment>in 2 d</comment>
        <translation>läuft %1 ab</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 in progress</source>
        <translation>%1 in Arbeit</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>counts, total</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>Dateien: %1</translation>
    </message>
    <message>
        <source>It has expired: it cannot be searched any more.</source>
        <translation>Er ist abgelaufen: Er lässt sich nicht mehr durchsuchen.</translation>
    </message>
    <message>
        <source>It expires %1 unless it is used.</source>
        <translation>Er läuft %1 ab, wenn er nicht benutzt wird.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) after use</source>
        <translation>
            <numerusform>%Ln Tag nach Benutzung</numerusform>
            <numerusform>%Ln Tage nach Benutzung</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>unsupported file</source>
        <translation>Datei nicht unterstützt</translation>
    </message>
    <message>
        <source>invalid file</source>
        <translation>ungültige Datei</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stuck for %1</source>
        <translation>hängt seit %1</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>It failed, and the server does not say why.</source>
        <translation>Sie ist fehlgeschlagen, und der Server sagt nicht, warum.</translation>
    </message>
    <message>
        <source>%1 / %2 tokens</source>
        <comment>size, overlap</comment>
        <translation>%1 / %2 Token</translation>
    </message>
    <message>
        <source>in progress %1 %</source>
        <translation>läuft, %1 %</translation>
    </message>
    <message numerus="yes">
        <source>It has been in progress for %Ln minute(s), which is long: it may be stuck. Trying it again takes it out and puts it in anew.</source>
        <translation>
            <numerusform>Sie ist seit %Ln Minute in Arbeit, das ist lang: Vielleicht hängt sie. Ein neuer Versuch nimmt sie heraus und legt sie neu hinein.</numerusform>
            <numerusform>Sie ist seit %Ln Minuten in Arbeit, das ist lang: Vielleicht hängt sie. Ein neuer Versuch nimmt sie heraus und legt sie neu hinein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>%1 has more than %2 columns.</source>
        <translation>%1 hat mehr als %2 Spalten.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>Column %1 has no name; it is called %2 here.</source>
        <translation>Spalte %1 hat keinen Namen; hier heißt sie %2.</translation>
    </message>
    <message>
        <source>Two columns are called %1; the second is called %2 here.</source>
        <translation>Zwei Spalten heißen %1; die zweite heißt hier %2.</translation>
    </message>
    <message>
        <source>The row has %1 values, and the table %2 columns.</source>
        <translation>Die Zeile hat %1 Werte und die Tabelle %2 Spalten.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is written in UTF-16. Save it as UTF-8, and it can be read.</source>
        <translation>%1 ist in UTF-16 geschrieben. Als UTF-8 gespeichert lässt sie sich lesen.</translation>
    </message>
    <message>
        <source>%1 has no row %2.</source>
        <translation>%1 hat keine Zeile %2.</translation>
    </message>
    <message>
        <source>%1 changed since it was read.</source>
        <translation>%1 hat sich seit dem Lesen geändert.</translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The row is longer than 16 MB; most likely a quotation mark is not closed.</source>
        <translation>Die Zeile ist länger als 16 MB; wahrscheinlich ist ein Anführungszeichen nicht geschlossen.</translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed.</source>
        <translation>Hier öffnet sich ein Anführungszeichen, das nie geschlossen wird.</translation>
    </message>
    <message>
        <source>The row holds bytes that are no UTF-8 text.</source>
        <translation>Die Zeile enthält Bytes, die kein UTF-8-Text sind.</translation>
    </message>
    <message>
        <source>Text stands behind a closing quotation mark.</source>
        <translation>Hinter einem schließenden Anführungszeichen steht Text.</translation>
    </message>
    <message>
        <source>The line is no JSON object.</source>
        <translation>Die Zeile ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The line holds bytes that are no UTF-8 text.</source>
        <translation>Die Zeile enthält Bytes, die kein UTF-8-Text sind.</translation>
    </message>
    <message>
        <source>The line is no JSON, from column %1 on: %2.</source>
        <translation>Die Zeile ist ab Spalte %1 kein JSON: %2.</translation>
    </message>
    <message>
        <source>The line is longer than 16 MB.</source>
        <translation>Die Zeile ist länger als 16 MB.</translation>
    </message>
</context>
<context>
    <name>TemplateCheck</name>
    <message>
        <source>The schema has no “%1” in “%2”.</source>
        <translation>Das Schema hat kein „%1“ in „%2“.</translation>
    </message>
    <message>
        <source>The schema has no “%1” in “%2”; “%3” is there.</source>
        <translation>Das Schema hat kein „%1“ in „%2“; „%3“ gibt es.</translation>
    </message>
    <message>
        <source>“%1” is a list: name one by its number, as in {{%1[0]}}.</source>
        <translation>„%1“ ist eine Liste: eines daraus mit seiner Nummer nennen, wie in {{%1[0]}}.</translation>
    </message>
    <message>
        <source>“%1” is a single value: there is no “%2” inside it.</source>
        <translation>„%1“ ist ein einzelner Wert: Darin gibt es kein „%2“.</translation>
    </message>
    <message>
        <source>This is what the model is asked: there is no sample yet. Only {{item.…}} can be used here.</source>
        <translation>Das ist, was das Modell gefragt wird: Es gibt noch keine Antwort. Hier ist nur {{item.…}} benutzbar.</translation>
    </message>
    <message>
        <source>A sample has %1; “%2” is there only when the data bring it.</source>
        <translation>Eine Antwort hat %1; „%2“ gibt es nur, wenn die Daten es mitbringen.</translation>
    </message>
    <message>
        <source>A sample has no “%1”; “%2” is there.</source>
        <translation>Eine Antwort hat kein „%1“; „%2“ gibt es.</translation>
    </message>
    <message>
        <source>“sample.output_text” is text: there is no “%1” inside it; take sample.output_json.</source>
        <translation>„sample.output_text“ ist Text: Darin gibt es kein „%1“; stattdessen sample.output_json nehmen.</translation>
    </message>
    <message>
        <source>This eval&apos;s schema has no sample: switch on “Include the sample”.</source>
        <translation>Das Schema dieses Evals hat keine Antwort: „Antwort einschließen“ einschalten.</translation>
    </message>
    <message>
        <source>The braces are empty: name a value, as in {{item.name}}.</source>
        <translation>Die Klammern sind leer: einen Wert nennen, wie in {{item.name}}.</translation>
    </message>
    <message>
        <source>“%1” is no path: only {{item.name}} and {{sample.output_text}} can stand in braces.</source>
        <translation>„%1“ ist kein Pfad: In Klammern können nur {{item.name}} und {{sample.output_text}} stehen.</translation>
    </message>
    <message>
        <source>“%1” alone cannot be put in: name what of it, as in {{%1.name}}.</source>
        <translation>„%1“ allein lässt sich nicht einsetzen: nennen, was davon, wie in {{%1.name}}.</translation>
    </message>
    <message>
        <source>“%1” is neither item nor sample: write {{item.%2}}.</source>
        <translation>„%1“ ist weder item noch sample: {{item.%2}} schreiben.</translation>
    </message>
    <message>
        <source>These braces are not closed: }} is missing.</source>
        <translation>Diese Klammern sind nicht geschlossen: }} fehlt.</translation>
    </message>
    <message>
        <source>Single braces are plain text: a variable stands in two, as in {{item.name}}.</source>
        <translation>Einfache Klammern sind bloßer Text: Eine Variable steht in doppelten, wie in {{item.name}}.</translation>
    </message>
    <message>
        <source>A reference stands without braces, as in item.messages.</source>
        <translation>Ein Verweis steht ohne Klammern, wie in item.messages.</translation>
    </message>
    <message>
        <source>A reference names a value of the item, as in item.messages.</source>
        <translation>Ein Verweis nennt einen Wert des Eintrags, wie in item.messages.</translation>
    </message>
</context>
<context>
    <name>TrainingCheck</name>
    <message>
        <source>There is no example in this file.</source>
        <translation>In dieser Datei ist kein Beispiel.</translation>
    </message>
    <message>
        <source>Too few examples: %1. A job wants %2 at least.</source>
        <translation>Zu wenige Beispiele: %1. Ein Auftrag braucht mindestens %2.</translation>
    </message>
    <message>
        <source>Larger than 512 MB: %1.</source>
        <translation>Größer als 512 MB: %1.</translation>
    </message>
    <message>
        <source>The lines are of the format “%1”. Supervised training wants “messages” that end with an answer.</source>
        <translation>Die Zeilen haben das Format „%1“. Überwachtes Training verlangt „messages“, die mit einer Antwort enden.</translation>
    </message>
    <message>
        <source>The lines are of the format “%1”. Direct preference optimization wants “input” with a preferred and a non-preferred output.</source>
        <translation>Die Zeilen haben das Format „%1“. Direct Preference Optimization (DPO) verlangt „input“ mit einer bevorzugten und einer nicht bevorzugten Ausgabe.</translation>
    </message>
    <message>
        <source>The lines are of the format “%1”. Reinforcement wants “messages” that end with the user&apos;s.</source>
        <translation>Die Zeilen haben das Format „%1“. Bestärkendes Training verlangt „messages“, die mit einer Nachricht von user enden.</translation>
    </message>
    <message>
        <source>%1 is trained with lines of “prompt” and “completion”.</source>
        <translation>%1 wird mit Zeilen aus „prompt“ und „completion“ trainiert.</translation>
    </message>
    <message>
        <source>%1 is trained with “messages”; “prompt” and “completion” are for babbage-002 and davinci-002.</source>
        <translation>%1 wird mit „messages“ trainiert; „prompt“ und „completion“ sind für babbage-002 und davinci-002.</translation>
    </message>
    <message>
        <source>This line is not UTF-8.</source>
        <translation>Diese Zeile ist kein UTF-8.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark, which is no JSON.</source>
        <translation>Die Datei beginnt mit einer Bytereihenfolge-Marke (BOM), und die ist kein JSON.</translation>
    </message>
    <message>
        <source>This line is not valid JSON: %1</source>
        <translation>Diese Zeile ist kein gültiges JSON: %1</translation>
    </message>
    <message>
        <source>An example is a JSON object; this line is another value.</source>
        <translation>Ein Beispiel ist ein JSON-Objekt; diese Zeile ist ein anderer Wert.</translation>
    </message>
    <message>
        <source>This line is too long to be read.</source>
        <translation>Diese Zeile ist zu lang zum Lesen.</translation>
    </message>
    <message>
        <source>An empty line.</source>
        <translation>Eine leere Zeile.</translation>
    </message>
    <message>
        <source>This example is of the format “%1”, most others are not.</source>
        <translation>Dieses Beispiel hat das Format „%1“, die meisten anderen nicht.</translation>
    </message>
    <message>
        <source>The same example stands on line %1.</source>
        <translation>Dasselbe Beispiel steht in Zeile %1.</translation>
    </message>
    <message>
        <source>About %1 tokens: what is beyond %2 is not learned.</source>
        <translation>Etwa %1 Token: Was über %2 hinausgeht, wird nicht gelernt.</translation>
    </message>
    <message>
        <source>The answers are called “…_output” and “…_completion” in one line.</source>
        <translation>Die Antworten heißen in einer Zeile „…_output“ und „…_completion“.</translation>
    </message>
    <message>
        <source>The preferred and the non-preferred output say the same.</source>
        <translation>Die bevorzugte und die nicht bevorzugte Ausgabe sagen dasselbe.</translation>
    </message>
    <message>
        <source>The grader reads “%1”, which is not here.</source>
        <translation>Der Bewerter liest „%1“, das hier fehlt.</translation>
    </message>
    <message>
        <source>Templates read the answer, or the line itself, as “%1”; a member of that name is out of reach.</source>
        <translation>Vorlagen lesen unter „%1“ die Antwort oder die Zeile selbst; ein Feld dieses Namens ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>“completion” is empty: there is nothing to learn.</source>
        <translation>„completion“ ist leer: Es gibt nichts zu lernen.</translation>
    </message>
    <message>
        <source>“completion” does not begin with a blank, as words within a text do.</source>
        <translation>„completion“ beginnt nicht mit einem Leerzeichen, wie es Wörter mitten im Text tun.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” means nothing here.</source>
        <translation>„%1“ bedeutet hier nichts.</translation>
    </message>
    <message>
        <source>“%1” is there twice; who reads it takes the first or the last.</source>
        <translation>„%1“ kommt zweimal vor; je nach Leser gilt das erste oder das letzte.</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>„%1“ muss eine Liste sein.</translation>
    </message>
    <message>
        <source>“%1” must be an object.</source>
        <translation>„%1“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>“%1” must be a text.</source>
        <translation>„%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>“%1” must be true or false.</source>
        <translation>„%1“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” is no role of a message.</source>
        <translation>„%1“ ist keine Rolle einer Nachricht.</translation>
    </message>
    <message>
        <source>A system or developer message stands at the beginning only.</source>
        <translation>Eine Nachricht von system oder developer steht nur am Anfang.</translation>
    </message>
    <message>
        <source>Two messages of the user follow each other.</source>
        <translation>Zwei Nachrichten von user folgen aufeinander.</translation>
    </message>
    <message>
        <source>The assistant speaks first, with no question.</source>
        <translation>Zuerst spricht assistant, ohne eine Frage.</translation>
    </message>
    <message>
        <source>The message has no content.</source>
        <translation>Die Nachricht hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>The answer is empty: there is nothing to learn.</source>
        <translation>Die Antwort ist leer: Es gibt nichts zu lernen.</translation>
    </message>
    <message>
        <source>“%1” is no kind of content that can be trained with here.</source>
        <translation>„%1“ ist keine Art von Inhalt, mit der sich hier trainieren lässt.</translation>
    </message>
    <message>
        <source>Only messages of the user may have images.</source>
        <translation>Nur Nachrichten von user dürfen Bilder haben.</translation>
    </message>
    <message>
        <source>An image is a link that begins with https://, or data:image/….</source>
        <translation>Ein Bild ist ein Link, der mit https:// oder data:image/… beginnt.</translation>
    </message>
    <message>
        <source>The weight of an answer is 0 or 1.</source>
        <translation>Das Gewicht einer Antwort ist 0 oder 1.</translation>
    </message>
    <message>
        <source>Only messages of the assistant have a weight.</source>
        <translation>Nur Nachrichten von assistant haben ein Gewicht.</translation>
    </message>
    <message>
        <source>Every answer has the weight 0: there is nothing to learn.</source>
        <translation>Jede Antwort hat das Gewicht 0: Es gibt nichts zu lernen.</translation>
    </message>
    <message>
        <source>There is no message of the assistant: there is nothing to learn.</source>
        <translation>Es gibt keine Nachricht von assistant: Es gibt nichts zu lernen.</translation>
    </message>
    <message>
        <source>The last message is not the assistant&apos;s: what follows it cannot be learned.</source>
        <translation>Die letzte Nachricht ist nicht von assistant: Was auf sie folgt, lässt sich nicht lernen.</translation>
    </message>
    <message>
        <source>The last message is not the user&apos;s: there is no question to answer.</source>
        <translation>Die letzte Nachricht ist nicht von user: Es gibt keine Frage zu beantworten.</translation>
    </message>
    <message>
        <source>Models that reason take instructions from “developer”, not from “system”.</source>
        <translation>Modelle, die nachdenken, nehmen Anweisungen von „developer“, nicht von „system“.</translation>
    </message>
    <message>
        <source>The type must be “function”.</source>
        <translation>Der Typ muss „function“ sein.</translation>
    </message>
    <message>
        <source>The type is “%1”; it must be “function”.</source>
        <translation>Der Typ ist „%1“; er muss „function“ sein.</translation>
    </message>
    <message>
        <source>“%1” is no name of a function: 1 to 64 letters, digits, “_” and “-”.</source>
        <translation>„%1“ ist kein Name einer Funktion: 1 bis 64 Buchstaben, Ziffern, „_“ und „-“.</translation>
    </message>
    <message>
        <source>There is another function “%1”.</source>
        <translation>Es gibt eine andere Funktion „%1“.</translation>
    </message>
    <message>
        <source>Only the assistant calls functions.</source>
        <translation>Nur assistant ruft Funktionen auf.</translation>
    </message>
    <message>
        <source>“%1” is called, but not among the tools of this example.</source>
        <translation>„%1“ wird aufgerufen, ist aber nicht unter den Werkzeugen dieses Beispiels.</translation>
    </message>
    <message>
        <source>The arguments are no JSON object, written as a text.</source>
        <translation>Die Argumente sind kein JSON-Objekt, das als Text geschrieben ist.</translation>
    </message>
    <message>
        <source>Another call of this message has the id “%1”.</source>
        <translation>Ein anderer Aufruf dieser Nachricht hat die ID „%1“.</translation>
    </message>
    <message>
        <source>The talk goes on without an answer to the call “%1”.</source>
        <translation>Das Gespräch geht ohne eine Antwort auf den Aufruf „%1“ weiter.</translation>
    </message>
    <message>
        <source>A tool answers, but the assistant did not call it right before.</source>
        <translation>Ein Werkzeug antwortet, aber assistant hat es nicht unmittelbar davor aufgerufen.</translation>
    </message>
    <message>
        <source>No call “%1” waits for an answer.</source>
        <translation>Kein Aufruf „%1“ wartet auf eine Antwort.</translation>
    </message>
    <message>
        <source>It must have exactly one message; there are %1.</source>
        <translation>Es muss genau eine Nachricht sein; es sind %1.</translation>
    </message>
    <message>
        <source>The message must be the assistant&apos;s.</source>
        <translation>Die Nachricht muss von assistant sein.</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>prompt and completion</source>
        <translation>Prompt und Completion</translation>
    </message>
    <message>
        <source>preference</source>
        <translation>Präferenz</translation>
    </message>
    <message>
        <source>reinforcement</source>
        <translation>bestärkend</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place in a line, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>TrainingInput</name>
    <message>
        <source>%1 was written to while it was checked.</source>
        <translation>In %1 wurde während der Prüfung geschrieben.</translation>
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
    <name>WatchEvent</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a thing, what became of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>WatchTexts</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Indexed</source>
        <comment>all files of a vector store</comment>
        <translation>Indiziert</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Ran out of time</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1, %L2 of %L3 failed</source>
        <translation>%1, %L2 von %L3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how it ended, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No progress for %1</source>
        <translation>Seit %1 kein Fortschritt</translation>
    </message>
    <message>
        <source>Still being checked after %1</source>
        <translation>Nach %1 noch in Prüfung</translation>
    </message>
    <message>
        <source>Its time was over %1 ago, and it has not ended</source>
        <translation>Frist seit %1 abgelaufen, aber noch nicht beendet</translation>
    </message>
    <message>
        <source>Being indexed for %1, without an error</source>
        <translation>Wird seit %1 indiziert, ohne Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are being indexed for too long, without an error</source>
        <translation>
            <numerusform>%Ln Datei wird schon zu lange indiziert, ohne Fehler</numerusform>
            <numerusform>%Ln Dateien werden schon zu lange indiziert, ohne Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be indexed</source>
        <translation>
            <numerusform>%Ln Datei ließ sich nicht indizieren</numerusform>
            <numerusform>%Ln Dateien ließen sich nicht indizieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Is about to expire</source>
        <translation>Läuft gleich ab</translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s) expire within %1</source>
        <translation>
            <numerusform>%Ln Vektorspeicher läuft binnen %1 ab</numerusform>
            <numerusform>%Ln Vektorspeicher laufen binnen %1 ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) expire within %1</source>
        <translation>
            <numerusform>%Ln Datei läuft binnen %1 ab</numerusform>
            <numerusform>%Ln Dateien laufen binnen %1 ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Half uploaded; what is at the server is kept for %1</source>
        <translation>Halb hochgeladen; was am Server liegt, verfällt in %1</translation>
    </message>
    <message>
        <source>The upload ends in %1, and begins again if it is not done by then</source>
        <translation>Der Upload endet in %1 und beginnt von vorn, wenn er bis dahin nicht fertig ist</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <comment>&apos;in 5 h&apos;, &apos;tomorrow&apos;</comment>
        <translation>Läuft %1 ab</translation>
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
    <name>odc::AddFilesDialog</name>
    <message>
        <source>Add files to “%1”</source>
        <translation>Dateien in „%1“ aufnehmen</translation>
    </message>
    <message>
        <source>This goes to the production profile “%1”.</source>
        <translation>Das geht an das Produktionsprofil „%1“.</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>Aufzunehmende Dateien</translation>
    </message>
    <message>
        <source>For which files</source>
        <translation>Für welche Dateien</translation>
    </message>
    <message>
        <source>For all files</source>
        <translation>Für alle Dateien</translation>
    </message>
    <message>
        <source>For the selected</source>
        <translation>Für die ausgewählten</translation>
    </message>
    <message>
        <source>From the project…</source>
        <translation>Aus dem Projekt…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Chunking of all files</source>
        <translation>Aufteilung aller Dateien</translation>
    </message>
    <message>
        <source>&amp;Chunking</source>
        <translation>A&amp;ufteilung</translation>
    </message>
    <message>
        <source>Attributes of all files</source>
        <translation>Attribute aller Dateien</translation>
    </message>
    <message>
        <source>A&amp;ttributes, to filter searches by</source>
        <translation>A&amp;ttribute, nach denen Suchen filtern können</translation>
    </message>
    <message>
        <source>&amp;Purpose of what is uploaded</source>
        <translation>&amp;Zweck des Hochgeladenen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>The files &amp;expire</source>
        <translation>Die Dateien &amp;laufen ab</translation>
    </message>
    <message>
        <source>Chunked in their own way</source>
        <translation>Auf eigene Art aufgeteilt</translation>
    </message>
    <message>
        <source>Chunking of the selected files</source>
        <translation>Aufteilung der ausgewählten Dateien</translation>
    </message>
    <message>
        <source>Attributes of the selected files</source>
        <translation>Attribute der ausgewählten Dateien</translation>
    </message>
    <message>
        <source>A&amp;ttributes beside those of all files</source>
        <translation>A&amp;ttribute neben denen aller Dateien</translation>
    </message>
    <message>
        <source>They are added to those that are listed already.</source>
        <translation>Sie kommen zu denen hinzu, die schon in der Liste stehen.</translation>
    </message>
    <message numerus="yes">
        <source>For %Ln selected</source>
        <translation>
            <numerusform>Für %Ln ausgewählte</numerusform>
            <numerusform>Für %Ln ausgewählte</numerusform>
        </translation>
    </message>
    <message>
        <source>Select files in the list to give them what the others do not have.</source>
        <translation>Dateien in der Liste auswählen, um ihnen zu geben, was die anderen nicht haben.</translation>
    </message>
    <message>
        <source>They differ; shown is what the first one has. A change goes to all of them.</source>
        <translation>Sie unterscheiden sich; gezeigt wird, was die erste hat. Eine Änderung gilt für alle.</translation>
    </message>
    <message>
        <source>Counts for these files only. An attribute of the same name counts instead of the one of all files.</source>
        <translation>Gilt nur für diese Dateien. Ein Attribut gleichen Namens gilt anstelle dessen aller Dateien.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei aufnehmen</numerusform>
            <numerusform>%Ln Dateien aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot go in</source>
        <translation>
            <numerusform>%Ln nicht aufnehmbar</numerusform>
            <numerusform>%Ln nicht aufnehmbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark them for keeping in step with a folder</source>
        <translation>Für den Abgleich mit einem Ordner merken</translation>
    </message>
    <message>
        <source>With the attributes odc_path and odc_size, by which a sync knows them again</source>
        <translation>Mit den Attributen odc_path und odc_size, an denen ein Abgleich sie wiedererkennt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: not supported</source>
        <translation>
            <numerusform>%Ln ausgelassen: nicht unterstützt</numerusform>
            <numerusform>%Ln ausgelassen: nicht unterstützt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::Alerts</name>
    <message numerus="yes">
        <source>%Ln job(s) ended</source>
        <translation>
            <numerusform>%Ln Auftrag beendet</numerusform>
            <numerusform>%Ln Aufträge beendet</numerusform>
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
        <source>%Ln seem(s) to be stuck</source>
        <translation>
            <numerusform>%Ln hängt vielleicht fest</numerusform>
            <numerusform>%Ln hängen vielleicht fest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expire(s) soon</source>
        <translation>
            <numerusform>%Ln läuft bald ab</numerusform>
            <numerusform>%Ln laufen bald ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AlertsEdit</name>
    <message>
        <source>Say it on the &amp;desktop</source>
        <translation>Auf dem &amp;Desktop melden</translation>
    </message>
    <message>
        <source>While the window is not the one you work in</source>
        <translation>Solange nicht in diesem Fenster gearbeitet wird</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>A job &amp;ended well</source>
        <translation>Auftrag &amp;erfolgreich beendet</translation>
    </message>
    <message>
        <source>A job &amp;failed, or ended in part only</source>
        <translation>Auftrag &amp;fehlgeschlagen oder nur zum Teil beendet</translation>
    </message>
    <message>
        <source>Something seems to be &amp;stuck</source>
        <translation>Etwas hängt &amp;vielleicht fest</translation>
    </message>
    <message>
        <source>Files or vector stores e&amp;xpire soon</source>
        <translation>Dateien oder Vektorspeicher laufen bald &amp;ab</translation>
    </message>
    <message>
        <source>An &amp;upload runs out of time</source>
        <translation>Einem &amp;Upload geht die Zeit aus</translation>
    </message>
    <message>
        <source> times the usual</source>
        <translation> × übliche Dauer</translation>
    </message>
    <message>
        <source>Stuck: &amp;no progress for</source>
        <translation>Hängt: &amp;kein Fortschritt seit</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>and &amp;at least</source>
        <translation>und &amp;mindestens</translation>
    </message>
    <message>
        <source>Upload: less &amp;left than</source>
        <translation>Upload: &amp;Restzeit unter</translation>
    </message>
    <message>
        <source>Expires within</source>
        <translation>Ablauf: höchstens noch</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>The rules that the console comes with</source>
        <translation>Die mitgelieferten Regeln der Konsole</translation>
    </message>
    <message>
        <source>&amp;Go on in the tray when the window is closed</source>
        <translation>Bei &amp;geschlossenem Fenster im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Transfers go on as well. Ctrl+Q quits.</source>
        <translation>Auch Übertragungen gehen weiter. Strg+Q beendet.</translation>
    </message>
    <message>
        <source> minute</source>
        <translation> Minute</translation>
    </message>
    <message>
        <source>Stuck: being &amp;checked for more than</source>
        <translation>Hängt: &amp;Prüfung länger als</translation>
    </message>
    <message>
        <source>Stuck: file being &amp;indexed for more than</source>
        <translation>Hängt: &amp;Indizierung länger als</translation>
    </message>
    <message>
        <source> day</source>
        <translation> Tag</translation>
    </message>
    <message>
        <source>Defaul&amp;ts</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>This desktop has no tray for it.</source>
        <translation>Dieser Desktop hat dafür keinen Infobereich.</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>The usual is how long a step of this job, or of others like it, takes. At least %1.</source>
        <translation>Üblich ist, wie lange ein Schritt dieses Auftrags oder ähnlicher dauert. Mindestens %1.</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveCommands</name>
    <message>
        <source>&amp;Archive this profile…</source>
        <translation>Dieses Profil &amp;archivieren…</translation>
    </message>
    <message>
        <source>&amp;Open archive…</source>
        <translation>Archiv öff&amp;nen…</translation>
    </message>
    <message>
        <source>&amp;Work on a copy…</source>
        <translation>Mit einer &amp;Kopie arbeiten…</translation>
    </message>
    <message>
        <source>Open archive</source>
        <translation>Archiv öffnen</translation>
    </message>
    <message>
        <source>The archive of “%1” in %2 is unfinished.</source>
        <translation>Das Archiv von „%1“ in %2 ist unfertig.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveContent</name>
    <message>
        <source>The content has %1 bytes, but the list says %2</source>
        <translation>Der Inhalt hat %1 Bytes, aber die Liste sagt %2</translation>
    </message>
    <message>
        <source>“%1” is another file in the archive than the one that came</source>
        <translation>„%1“ ist im Archiv eine andere Datei als die, die ankam</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveCopyDialog</name>
    <message>
        <source>Work on a copy</source>
        <translation>Mit einer Kopie arbeiten</translation>
    </message>
    <message>
        <source>The archive itself is never changed. A copy of it becomes a profile of its own on the local server, where everything can be changed and evals can be run again.</source>
        <translation>Das Archiv selbst wird nie geändert. Eine Kopie davon wird zu einem eigenen Profil auf dem lokalen Server; dort lässt sich alles ändern, und Evals lassen sich erneut ausführen.</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy and open</source>
        <translation>Kopieren und öffnen</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The copy was not made. %1</source>
        <translation>Die Kopie wurde nicht angelegt. %1</translation>
    </message>
    <message>
        <source>This archive is unfinished. What it does not hold will be missing from the copy, too, and nothing there will say so.</source>
        <translation>Dieses Archiv ist unfertig. Was es nicht enthält, fehlt auch in der Kopie, und dort sagt das nichts.</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveDialog</name>
    <message>
        <source>Archive this profile</source>
        <translation>Dieses Profil archivieren</translation>
    </message>
    <message>
        <source>A complete, verified copy of “%1” (%2) on this computer. It opens offline, and a copy of it can be worked with when the service is gone.</source>
        <translation>Eine vollständige, geprüfte Kopie von „%1“ (%2) auf diesem Computer. Sie öffnet sich ohne Netz, und mit einer Kopie davon lässt sich arbeiten, wenn es den Dienst nicht mehr gibt.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>&amp;Evals, runs and output items</source>
        <translation>&amp;Evals, Läufe und Einträge</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>File &amp;contents</source>
        <translation>Datei&amp;inhalte</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Folder of the archive</source>
        <translation>Ordner des Archivs</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Aus&amp;wählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Another archive is being made. It has to end first.</source>
        <translation>Ein anderes Archiv wird gerade angelegt. Das muss erst enden.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Einen Ordner auswählen.</translation>
    </message>
    <message>
        <source>The archive of %1 is brought up to date: only what is new or changed is fetched.</source>
        <translation>Das Archiv vom %1 wird auf den neuesten Stand gebracht: Nur Neues oder Geändertes wird geholt.</translation>
    </message>
    <message>
        <source>The archive begun %1 goes on where it was.</source>
        <translation>Das am %1 begonnene Archiv geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>A new archive. %1 are free on that disk.</source>
        <translation>Ein neues Archiv. Auf diesem Datenträger sind %1 frei.</translation>
    </message>
    <message>
        <source>A new archive.</source>
        <translation>Ein neues Archiv.</translation>
    </message>
    <message>
        <source>not available: %1</source>
        <translation>nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>%1, counting…</source>
        <translation>%1, wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln Eval</numerusform>
            <numerusform>%Ln Evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what to archive.</source>
        <translation>Auswählen, was archiviert wird.</translation>
    </message>
    <message>
        <source>About %1 and %2, the first time.</source>
        <translation>Beim ersten Mal etwa %1 und %2.</translation>
    </message>
    <message>
        <source>The disk has only %1 left.</source>
        <translation>Auf dem Datenträger sind nur noch %1 frei.</translation>
    </message>
    <message>
        <source>You can go on working, stop, and quit: it goes on where it was.</source>
        <translation>Weiterarbeiten, Anhalten und Beenden sind möglich: Es geht dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>About %1 in all; what is there already is not fetched again.</source>
        <translation>Etwa %1 im Ganzen; was schon da ist, wird nicht noch einmal geholt.</translation>
    </message>
    <message>
        <source>Marks and notes on items go along.</source>
        <translation>Markierungen und Notizen zu Einträgen gehen mit.</translation>
    </message>
    <message>
        <source>&amp;Batches</source>
        <translation>&amp;Batches</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln Batch</numerusform>
            <numerusform>%Ln Batches</numerusform>
        </translation>
    </message>
    <message>
        <source>Results of batches are in files: without their contents they cannot be read offline.</source>
        <translation>Ergebnisse von Batches stehen in Dateien: Ohne deren Inhalte sind sie offline nicht lesbar.</translation>
    </message>
    <message>
        <source>&amp;Vector stores and what is in them</source>
        <translation>&amp;Vektorspeicher und was darin ist</translation>
    </message>
    <message>
        <source>&amp;Texts made of their files</source>
        <translation>&amp;Texte aus ihren Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln Speicher</numerusform>
            <numerusform>%Ln Speicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in them</source>
        <translation>
            <numerusform>%Ln Datei darin</numerusform>
            <numerusform>%Ln Dateien darin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>Without their texts, stores cannot be searched offline.</source>
        <translation>Ohne ihre Texte sind Speicher offline nicht durchsuchbar.</translation>
    </message>
    <message>
        <source>Fi&amp;ne-tuning jobs, events and checkpoints</source>
        <translation>Fei&amp;nabstimmungsaufträge, Ereignisse und Checkpoints</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>without permissions: they need an admin key</source>
        <translation>ohne Berechtigungen: Sie brauchen einen Admin-Schlüssel</translation>
    </message>
    <message>
        <source>Results of fine-tuning jobs are in files: without their contents curves are drawn from events only.</source>
        <translation>Ergebnisse der Feinabstimmungsaufträge stehen in Dateien: Ohne deren Inhalte werden Kurven nur aus Ereignissen gezeichnet.</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveDocument</name>
    <message>
        <source>“%1” is another one in the archive than the one that came</source>
        <translation>„%1“ ist im Archiv ein anderes Objekt als das, das ankam</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveJob</name>
    <message>
        <source>The folder holds an archive of %1</source>
        <translation>Der Ordner enthält ein Archiv von %1</translation>
    </message>
    <message>
        <source>It is not in the archive as it came</source>
        <translation>Es ist nicht so im Archiv, wie es ankam</translation>
    </message>
    <message>
        <source>The service asks to wait %1.</source>
        <translation>Der Dienst bittet, %1 zu warten.</translation>
    </message>
    <message>
        <source>%1. Trying again in %2.</source>
        <translation>%1. Neuer Versuch in %2.</translation>
    </message>
    <message>
        <source>No archive can keep something with this id</source>
        <translation>Etwas mit dieser Kennung kann kein Archiv aufnehmen</translation>
    </message>
    <message>
        <source>%1. Trying again now.</source>
        <translation>%1. Neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>The service says that there is more of it, but not how to get it</source>
        <translation>Der Dienst sagt, dass es davon mehr gibt, aber nicht, wie es zu holen ist</translation>
    </message>
    <message>
        <source>The profile has no admin key</source>
        <translation>Das Profil hat keinen Admin-Schlüssel</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveReportDialog</name>
    <message>
        <source>What could not be fetched</source>
        <translation>Was nicht geholt werden konnte</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>It goes on where it was when it is started again.</source>
        <translation>Nach einem neuen Start geht es dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open archive</source>
        <translation>Archiv öffnen</translation>
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
        <source>%1 new or changed</source>
        <translation>%1 neu oder geändert</translation>
    </message>
    <message>
        <source>not available at the source</source>
        <translation>an der Quelle nicht verfügbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 verified, %2 of them gone at the source</source>
        <translation>%1 geprüft, %2 davon an der Quelle nicht mehr da</translation>
    </message>
    <message>
        <source>%1 verified</source>
        <translation>%1 geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not handed out</source>
        <translation>
            <numerusform>%Ln nicht herausgegeben</numerusform>
            <numerusform>%Ln nicht herausgegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Archive of %1</source>
        <translation>Archiv von %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more counted, but never made</source>
        <translation>
            <numerusform>%Ln nie entstanden</numerusform>
            <numerusform>%Ln nie entstanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still in progress</source>
        <translation>
            <numerusform>%Ln noch in Arbeit</numerusform>
            <numerusform>%Ln noch in Arbeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ArchiveStrip</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Open archive</source>
        <translation>Archiv öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>An archive is being made. It goes on where it was when it is started again.</source>
        <translation>Ein Archiv wird angelegt. Nach einem neuen Start geht es dort weiter, wo es war.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Into the same folder, from where it was.</source>
        <translation>In denselben Ordner, von da an, wo es war.</translation>
    </message>
    <message>
        <source>Archive of %1: %2</source>
        <translation>Archiv von %1: %2</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveWalk</name>
    <message>
        <source>The archive took %1 of %2 objects</source>
        <translation>Das Archiv nahm %1 von %2 Objekten an</translation>
    </message>
</context>
<context>
    <name>odc::ArchiveWriter</name>
    <message>
        <source>The archive cannot be written there</source>
        <translation>Dort lässt sich das Archiv nicht schreiben</translation>
    </message>
    <message>
        <source>Archive of %1</source>
        <translation>Archiv von %1</translation>
    </message>
    <message>
        <source>This archive is being made just now. It can be opened once that has ended or was stopped.</source>
        <translation>Dieses Archiv wird gerade gemacht. Es kann geöffnet werden, sobald das zu Ende ist oder angehalten wurde.</translation>
    </message>
    <message>
        <source>The archive cannot go on</source>
        <translation>Das Archiv kann nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Its profile was removed.</source>
        <translation>Sein Profil wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>odc::AttachGroup</name>
    <message>
        <source>nothing moved for %1, and it still says “in_progress”; it may be indexed later</source>
        <translation>seit %1 bewegte sich nichts, und der Zustand ist noch „in_progress“; vielleicht wird sie später indiziert</translation>
    </message>
    <message>
        <source>the batch ended, and does not list it</source>
        <translation>der Batch ist zu Ende und führt sie nicht auf</translation>
    </message>
    <message>
        <source>it is not in the store any more</source>
        <translation>sie ist nicht mehr im Speicher</translation>
    </message>
</context>
<context>
    <name>odc::AttachJob</name>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>it changed since it was compared; it was uploaded as %1, which is in no store</source>
        <translation>seit dem Vergleich geändert; hochgeladen als %1, in keinem Speicher</translation>
    </message>
    <message>
        <source>uploaded, not added</source>
        <translation>hochgeladen, nicht aufgenommen</translation>
    </message>
    <message>
        <source>%1 of %2 uploaded</source>
        <translation>%1 von %2 hochgeladen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln being indexed</source>
        <translation>
            <numerusform>%Ln wird indiziert</numerusform>
            <numerusform>%Ln werden indiziert</numerusform>
        </translation>
    </message>
    <message>
        <source>old ones are taken out</source>
        <translation>alte werden herausgenommen</translation>
    </message>
    <message>
        <source>added; the old one is still there</source>
        <translation>aufgenommen; die alte ist noch da</translation>
    </message>
    <message>
        <source>stopped, but the service may go on with it</source>
        <translation>angehalten, aber der Dienst macht damit vielleicht weiter</translation>
    </message>
    <message>
        <source>cancelled elsewhere</source>
        <translation>anderswo abgebrochen</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>herausgenommen</translation>
    </message>
    <message>
        <source>the old one was taken out</source>
        <translation>die alte wurde herausgenommen</translation>
    </message>
    <message>
        <source>not taken out, because not all others went well</source>
        <translation>nicht herausgenommen, weil nicht alle anderen gelangen</translation>
    </message>
    <message>
        <source>the old one was taken out and deleted</source>
        <translation>die alte wurde herausgenommen und gelöscht</translation>
    </message>
    <message>
        <source>the old one was taken out; its file is kept, as another store has it</source>
        <translation>die alte wurde herausgenommen; ihre Datei bleibt, da ein anderer Speicher sie enthält</translation>
    </message>
    <message>
        <source>the old one was taken out; its file is kept, as it is not known whether another store has it</source>
        <translation>die alte wurde herausgenommen; ihre Datei bleibt, da nicht bekannt ist, ob ein anderer Speicher sie enthält</translation>
    </message>
    <message>
        <source>the old one was taken out; its file could not be deleted: %1</source>
        <translation>die alte wurde herausgenommen; ihre Datei ließ sich nicht löschen: %1</translation>
    </message>
</context>
<context>
    <name>odc::AttributeDelegate</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Value of the attribute</source>
        <translation>Wert des Attributs</translation>
    </message>
</context>
<context>
    <name>odc::AttributesEdit</name>
    <message>
        <source>Add attribute</source>
        <translation>Attribut hinzufügen</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>„%1“ ist zweimal da.</translation>
    </message>
    <message>
        <source>“%1” is to be a number.</source>
        <translation>„%1“ muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>Remove this attribute</source>
        <translation>Dieses Attribut entfernen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of attribute %1</source>
        <translation>Name des Attributs %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>Ja/Nein</translation>
    </message>
    <message>
        <source>Kind of attribute %1</source>
        <translation>Art des Attributs %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value of attribute %1</source>
        <translation>Wert des Attributs %1</translation>
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
        <source>These are all that a file can have.</source>
        <translation>Mehr kann eine Datei nicht haben.</translation>
    </message>
</context>
<context>
    <name>odc::AttributesEditing</name>
    <message>
        <source>&amp;Copy cells</source>
        <translation>Zellen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>C&amp;lear cells</source>
        <translation>Zellen &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Fill down</source>
        <translation>Nach &amp;unten ausfüllen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make &amp;text</source>
        <translation>Zu &amp;Text machen</translation>
    </message>
    <message>
        <source>Make &amp;number</source>
        <translation>Zur &amp;Zahl machen</translation>
    </message>
    <message>
        <source>Make true or fal&amp;se</source>
        <translation>Zu true oder false mac&amp;hen</translation>
    </message>
    <message>
        <source>New &amp;key…</source>
        <translation>Neuer &amp;Schlüssel…</translation>
    </message>
    <message>
        <source>Rena&amp;me key…</source>
        <translation>Schlüssel um&amp;benennen…</translation>
    </message>
    <message>
        <source>Remo&amp;ve key</source>
        <translation>Schlüssel entfer&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Import CSV…</source>
        <translation>CSV &amp;importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport CSV…</source>
        <translation>CSV e&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>The cell is as it was. %1.</source>
        <translation>Die Zelle ist, wie sie war. %1.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Not everything was taken. %1.</source>
        <translation>Nicht alles wurde übernommen. %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) were not taken; the rest was.</source>
        <translation>
            <numerusform>%Ln Angabe wurde nicht übernommen, der Rest schon.</numerusform>
            <numerusform>%Ln Angaben wurden nicht übernommen, der Rest schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken: %Ln cell(s) cannot hold that.</source>
        <translation>
            <numerusform>Nichts wurde übernommen: %Ln Zelle kann das nicht enthalten.</numerusform>
            <numerusform>Nichts wurde übernommen: %Ln Zellen können das nicht enthalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, state and id of files are no attributes</source>
        <translation>Name, Zustand und ID von Dateien sind keine Attribute</translation>
    </message>
    <message>
        <source>Pasting</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the block are beyond the last file</source>
        <translation>
            <numerusform>%Ln Zeile des Blocks liegt hinter der letzten Datei</numerusform>
            <numerusform>%Ln Zeilen des Blocks liegen hinter der letzten Datei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) of the block are beyond the last key</source>
        <translation>
            <numerusform>%Ln Spalte des Blocks liegt hinter dem letzten Schlüssel</numerusform>
            <numerusform>%Ln Spalten des Blocks liegen hinter dem letzten Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Clearing</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Nach unten ausfüllen</translation>
    </message>
    <message>
        <source>The store is not shown any more</source>
        <translation>Der Speicher wird nicht mehr gezeigt</translation>
    </message>
    <message>
        <source>It is called so already</source>
        <translation>So heißt er schon</translation>
    </message>
    <message>
        <source>There is such a key already</source>
        <translation>Diesen Schlüssel gibt es schon</translation>
    </message>
    <message>
        <source>Rename key</source>
        <translation>Schlüssel umbenennen</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>All files of this store that have “%1” get its value under the new key; the old one is removed. Nothing is sent before you have reviewed it.</source>
        <translation>Alle Dateien dieses Speichers mit „%1“ bekommen dessen Wert unter dem neuen Schlüssel; der alte wird entfernt. Nichts wird vor der Prüfung gesendet.</translation>
    </message>
    <message>
        <source>A column for it is added. A file gets the key when its cell is given a value.</source>
        <translation>Eine Spalte dafür kommt hinzu. Eine Datei bekommt den Schlüssel, wenn ihre Zelle einen Wert erhält.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>the file has %1, which is more than a table of attributes can be</source>
        <translation>die Datei hat %1, mehr als eine Tabelle von Attributen haben kann</translation>
    </message>
    <message>
        <source>it is no text in UTF-8; save it as “CSV UTF-8”</source>
        <translation>sie ist kein Text in UTF-8; als „CSV UTF-8“ speichern</translation>
    </message>
    <message>
        <source>The table can be read once all files of the store are loaded.</source>
        <translation>Die Tabelle lässt sich lesen, sobald alle Dateien des Speichers geladen sind.</translation>
    </message>
    <message>
        <source>Import attributes from CSV</source>
        <translation>Attribute aus CSV importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 konnte nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>“%1” is there twice; the first row holds</source>
        <translation>„%1“ steht zweimal da; die erste Zeile gilt</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>The table says what the files have already.</source>
        <translation>In der Tabelle steht, was die Dateien schon haben.</translation>
    </message>
    <message>
        <source>%1 is staged: %2. Nothing is sent before you have reviewed it.</source>
        <translation>%1 ist vorgemerkt: %2. Nichts wird vor der Prüfung gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) read</source>
        <translation>
            <numerusform>%Ln Datei gelesen</numerusform>
            <numerusform>%Ln Dateien gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export attributes as CSV</source>
        <translation>Attribute als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1.</source>
        <translation>
            <numerusform>%Ln Datei nach %1 geschrieben.</numerusform>
            <numerusform>%Ln Dateien nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AttributesJob</name>
    <message>
        <source>was already so</source>
        <translation>war schon so</translation>
    </message>
    <message>
        <source>The server answered with other attributes than were sent</source>
        <translation>Der Server antwortete mit anderen Attributen als den gesendeten</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 ist jetzt %2</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 ist weg</translation>
    </message>
    <message>
        <source>changed by somebody else meanwhile, and not overwritten: %1</source>
        <translation>inzwischen von jemand anderem geändert und nicht überschrieben: %1</translation>
    </message>
</context>
<context>
    <name>odc::AttributesModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>This column is no attribute</source>
        <translation>Diese Spalte ist kein Attribut</translation>
    </message>
    <message>
        <source>“%1” is no number. The cell&apos;s type can be changed in its menu</source>
        <translation>„%1“ ist keine Zahl. Der Typ der Zelle lässt sich in ihrem Menü ändern</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false. The cell&apos;s type can be changed in its menu</source>
        <translation>„%1“ ist weder true noch false. Der Typ der Zelle lässt sich in ihrem Menü ändern</translation>
    </message>
    <message>
        <source>%1
To filter by it: %2:…</source>
        <translation>%1
Zum Filtern danach: %2:…</translation>
    </message>
    <message>
        <source>Edit of %1</source>
        <translation>Bearbeiten von %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Changed by somebody else since you edited it: the server has %1</source>
        <translation>Seit dem Bearbeiten von jemand anderem geändert: Der Server hat %1</translation>
    </message>
    <message>
        <source>Not sent yet. The server has %1</source>
        <translation>Noch nicht gesendet. Der Server hat %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The file is not in this store</source>
        <translation>Die Datei ist nicht in diesem Speicher</translation>
    </message>
    <message>
        <source>“%1” cannot be made a value of type %2</source>
        <translation>„%1“ lässt sich nicht in einen Wert vom Typ %2 umwandeln</translation>
    </message>
    <message>
        <source>Change of type</source>
        <translation>Ändern des Typs</translation>
    </message>
    <message>
        <source>There is a key “%1” already</source>
        <translation>Einen Schlüssel „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>New key %1</source>
        <translation>Neuer Schlüssel %1</translation>
    </message>
    <message>
        <source>Renaming of %1</source>
        <translation>Umbenennen von %1</translation>
    </message>
    <message>
        <source>Removal of %1</source>
        <translation>Entfernen von %1</translation>
    </message>
    <message>
        <source>Discarding</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>odc::AttributesPane</name>
    <message>
        <source>An archive cannot be changed</source>
        <translation>Ein Archiv lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>This profile is read-only</source>
        <translation>Dieses Profil ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Re&amp;view changes…</source>
        <translation>Änderungen &amp;prüfen…</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Refresh attributes</source>
        <translation>Attribute &amp;aktualisieren</translation>
    </message>
    <message>
        <source>S&amp;top loading</source>
        <translation>Laden anhal&amp;ten</translation>
    </message>
    <message>
        <source>Show &amp;file in the tree</source>
        <translation>&amp;Datei im Baum zeigen</translation>
    </message>
    <message>
        <source>The changes are discarded. Undo brings them back.</source>
        <translation>Die Änderungen sind verworfen. Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Filter the files</source>
        <translation>Die Dateien filtern</translation>
    </message>
    <message>
        <source>Filter: words, lang=de, year&gt;2020 …</source>
        <translation>Filter: Wörter, lang=de, year&gt;2020 …</translation>
    </message>
    <message>
        <source>Words look everywhere. key:text looks in one attribute, key=text wants all of it, -word leaves out.
year&gt;2020 compares where all values are numbers. The tooltip of a column says what it is called here.</source>
        <translation>Wörter suchen überall. key:text sucht in einem Attribut, key=text verlangt es ganz, -wort schließt aus.
year&gt;2020 vergleicht, wo alle Werte Zahlen sind. Der Tooltip einer Spalte sagt, wie sie hier heißt.</translation>
    </message>
    <message>
        <source>Attributes of the files</source>
        <translation>Attribute der Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) were of files that are no longer in this store; they are dropped.</source>
        <translation>
            <numerusform>%Ln Änderung betraf eine Datei, die nicht mehr in diesem Speicher ist; sie entfällt.</numerusform>
            <numerusform>%Ln Änderungen betrafen Dateien, die nicht mehr in diesem Speicher sind; sie entfallen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of attributes are not sent</source>
        <translation>
            <numerusform>%Ln Änderung von Attributen ist nicht gesendet</numerusform>
            <numerusform>%Ln Änderungen von Attributen sind nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln file(s)</source>
        <translation>
            <numerusform>in %Ln Datei</numerusform>
            <numerusform>in %Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln Konflikt</numerusform>
            <numerusform>%Ln Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>Review changes (%1)…</source>
        <translation>Änderungen prüfen (%1)…</translation>
    </message>
    <message>
        <source>Review changes…</source>
        <translation>Änderungen prüfen…</translation>
    </message>
    <message>
        <source>Choose a store to see the attributes of its files.</source>
        <translation>Einen Speicher auswählen, um die Attribute seiner Dateien zu sehen.</translation>
    </message>
    <message>
        <source>No file matches the filter.</source>
        <translation>Keine Datei passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Loading the files…</source>
        <translation>Die Dateien werden geladen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>This store is gone.</source>
        <translation>Diesen Speicher gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading was stopped.</source>
        <translation>Das Laden wurde angehalten.</translation>
    </message>
    <message>
        <source>This store has no files yet.</source>
        <translation>Dieser Speicher hat noch keine Dateien.</translation>
    </message>
    <message>
        <source>Files that are put into it are listed here, with their attributes.</source>
        <translation>Aufgenommene Dateien stehen hier, mit ihren Attributen.</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>The files could not be read anew: %1. What is staged is kept.</source>
        <translation>Die Dateien ließen sich nicht neu lesen: %1. Das Vorgemerkte bleibt erhalten.</translation>
    </message>
    <message>
        <source>Loading was stopped; files are missing.</source>
        <translation>Das Laden wurde angehalten; Dateien fehlen.</translation>
    </message>
    <message>
        <source>%1: attributes can be read, copied and exported, not edited.</source>
        <translation>%1: Attribute lassen sich lesen, kopieren und exportieren, nicht bearbeiten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) were changed by somebody else meanwhile and were not overwritten. They stay staged.</source>
        <translation>
            <numerusform>%Ln Zelle wurde inzwischen von jemand anderem geändert und nicht überschrieben. Sie bleibt vorgemerkt.</numerusform>
            <numerusform>%Ln Zellen wurden inzwischen von jemand anderem geändert und nicht überschrieben. Sie bleiben vorgemerkt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review again…</source>
        <translation>Erneut prüfen…</translation>
    </message>
</context>
<context>
    <name>odc::AttributesReviewDialog</name>
    <message>
        <source>Review changes</source>
        <translation>Änderungen prüfen</translation>
    </message>
    <message>
        <source>This profile is marked as production.</source>
        <translation>Dieses Profil ist als Produktion gekennzeichnet.</translation>
    </message>
    <message>
        <source>The service takes all attributes of a file at once. Each file is read again right before, so that what others added stays; what has no check here stays staged.</source>
        <translation>Der Dienst nimmt alle Attribute einer Datei auf einmal. Jede Datei wird unmittelbar davor noch einmal gelesen, damit bleibt, was andere hinzugefügt haben; was hier kein Häkchen hat, bleibt vorgemerkt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) were changed by somebody else since you edited them.</source>
        <translation>
            <numerusform>%Ln Zelle wurde seit dem Bearbeiten von jemand anderem geändert.</numerusform>
            <numerusform>%Ln Zellen wurden seit dem Bearbeiten von jemand anderem geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) cannot be sent as they are.</source>
        <translation>
            <numerusform>%Ln Zelle lässt sich so nicht senden.</numerusform>
            <numerusform>%Ln Zellen lassen sich so nicht senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: words, key=lang, after:draft …</source>
        <translation>Filter: Wörter, key=lang, after:draft …</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Check none</source>
        <translation>Keine ankreuzen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2, in %3</source>
        <translation>%1 von %2, in %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung senden</numerusform>
            <numerusform>%Ln Änderungen senden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::AuditCommands</name>
    <message>
        <source>&amp;Change log…</source>
        <translation>&amp;Änderungsprotokoll…</translation>
    </message>
    <message>
        <source>audit, history, journal</source>
        <comment>other words for the change log</comment>
        <translation>Audit, Verlauf, Journal</translation>
    </message>
</context>
<context>
    <name>odc::AuditDetails</name>
    <message>
        <source>Select a change to see what was sent.</source>
        <translation>Eine Änderung auswählen, um zu sehen, was gesendet wurde.</translation>
    </message>
    <message>
        <source>The change as JSON</source>
        <translation>Die Änderung als JSON</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>The change as a cURL command</source>
        <translation>Die Änderung als cURL-Befehl</translation>
    </message>
    <message>
        <source>cURL</source>
        <comment>tab</comment>
        <translation>cURL</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>It was sent, and no answer is known. It may or may not have been carried out.</source>
        <translation>Gesendet, aber keine Antwort ist bekannt. Vielleicht wurde es ausgeführt, vielleicht nicht.</translation>
    </message>
    <message>
        <source>admin key</source>
        <translation>Admin-Schlüssel</translation>
    </message>
    <message>
        <source>project key</source>
        <translation>Projektschlüssel</translation>
    </message>
    <message>
        <source>What was sent, %1, was too large to be kept.</source>
        <translation>Das Gesendete, %1, war zu groß zum Aufbewahren.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>odc::AuditLog</name>
    <message>
        <source>The change log cannot be written: %1</source>
        <translation>Das Änderungsprotokoll lässt sich nicht schreiben: %1</translation>
    </message>
</context>
<context>
    <name>odc::AuditModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
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
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>under way</source>
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
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>already gone</source>
        <translation>schon weg</translation>
    </message>
    <message>
        <source>Made ID</source>
        <comment>of what a call made</comment>
        <translation>Angelegte ID</translation>
    </message>
</context>
<context>
    <name>odc::AuditWindow</name>
    <message>
        <source>Change log</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Every change this console asked of “%1” since it was opened. Keys are never in it.</source>
        <translation>Jede Änderung, die diese Konsole von „%1“ verlangt hat, seit das Profil geöffnet ist. Schlüssel stehen nie darin.</translation>
    </message>
    <message>
        <source>Every change this console asked of “%1”, kept on this computer. Keys are never in it.</source>
        <translation>Jede Änderung, die diese Konsole von „%1“ verlangt hat, auf diesem Rechner aufbewahrt. Schlüssel stehen nie darin.</translation>
    </message>
    <message>
        <source>Filter: name, object id, result:failed, when&lt;7d …</source>
        <translation>Filter: Name, Objekt-ID, result:failed, when&lt;7d …</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>What this console makes, changes or deletes appears here.</source>
        <translation>Hier erscheint, was diese Konsole erstellt, ändert oder löscht.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Show the object</source>
        <translation>&amp;Objekt zeigen</translation>
    </message>
    <message>
        <source>Copy as cUR&amp;L</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy as P&amp;ython</source>
        <translation>Als P&amp;ython kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>Liste &amp;filtern</translation>
    </message>
    <message>
        <source>sent: any time</source>
        <translation>gesendet: jederzeit</translation>
    </message>
    <message>
        <source>sent: last 24 h</source>
        <translation>gesendet: letzte 24 h</translation>
    </message>
    <message>
        <source>sent: last 7 days</source>
        <translation>gesendet: letzte 7 Tage</translation>
    </message>
    <message>
        <source>sent: last 30 days</source>
        <translation>gesendet: letzte 30 Tage</translation>
    </message>
    <message>
        <source>result: any</source>
        <translation>Ergebnis: alle</translation>
    </message>
    <message>
        <source>result: done</source>
        <translation>Ergebnis: fertig</translation>
    </message>
    <message>
        <source>result: failed</source>
        <translation>Ergebnis: fehlgeschlagen</translation>
    </message>
    <message>
        <source>result: not known</source>
        <translation>Ergebnis: nicht bekannt</translation>
    </message>
    <message>
        <source>operation: any</source>
        <translation>Vorgang: alle</translation>
    </message>
    <message>
        <source>operation: delete</source>
        <translation>Vorgang: löschen</translation>
    </message>
    <message>
        <source>operation: upload or create</source>
        <translation>Vorgang: hochladen, erstellen</translation>
    </message>
    <message>
        <source>operation: change</source>
        <translation>Vorgang: ändern</translation>
    </message>
    <message>
        <source>operation: cancel</source>
        <translation>Vorgang: abbrechen</translation>
    </message>
    <message>
        <source>What is changed is remembered until the profile is closed.</source>
        <translation>Änderungen bleiben vermerkt, bis das Profil geschlossen wird.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the change log could not be read. They are left where they are.</source>
        <translation>
            <numerusform>%Ln Zeile des Änderungsprotokolls war nicht lesbar. Sie bleibt, wo sie ist.</numerusform>
            <numerusform>%Ln Zeilen des Änderungsprotokolls waren nicht lesbar. Sie bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied as cURL.</source>
        <translation>Als cURL kopiert.</translation>
    </message>
    <message>
        <source>Copied as Python.</source>
        <translation>Als Python kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 sichtbar</translation>
    </message>
    <message>
        <source>result: already gone</source>
        <translation>Ergebnis: schon weg</translation>
    </message>
</context>
<context>
    <name>odc::BatchCheckView</name>
    <message>
        <source>What the check found</source>
        <translation>Was die Prüfung fand</translation>
    </message>
    <message>
        <source>Writing the requests…</source>
        <translation>Anfragen werden geschrieben …</translation>
    </message>
    <message>
        <source>Checking every line: %1 of %2</source>
        <translation>Jede Zeile wird geprüft: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln thing(s) to mend before it can be sent.</source>
        <translation>
            <numerusform>%1. %Ln Sache ist vor dem Senden zu beheben.</numerusform>
            <numerusform>%1. %Ln Sachen sind vor dem Senden zu beheben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: too much for one batch.</source>
        <translation>%1: zu viel für einen Batch.</translation>
    </message>
    <message>
        <source>Every line is fine.</source>
        <translation>Jede Zeile ist in Ordnung.</translation>
    </message>
    <message>
        <source>%1. Every line can be sent.</source>
        <translation>%1. Jede Zeile kann gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>Split it, and send it as about %Ln batches that are held together as a group</source>
        <translation>
            <numerusform>Teilen und als etwa %Ln Batches senden, die als Gruppe zusammengehören</numerusform>
            <numerusform>Teilen und als etwa %Ln Batches senden, die als Gruppe zusammengehören</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed.</source>
        <translation>Die ersten %1 von %2 sind aufgeführt.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>Tokens out, at most</source>
        <translation>Token heraus, höchstens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>keines genannt</translation>
    </message>
    <message>
        <source>no limit set</source>
        <translation>keine Grenze gesetzt</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>kein Preis bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more model(s), and all together</source>
        <translation>
            <numerusform>%Ln weiteres Modell, und alle zusammen</numerusform>
            <numerusform>%Ln weitere Modelle, und alle zusammen</numerusform>
        </translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>An estimate: tokens are counted by the letters, at the prices in Preferences, and each answer as long as its request allows.</source>
        <translation>Eine Schätzung: Token nach Buchstaben gezählt, zu den Preisen in den Einstellungen, jede Antwort so lang, wie ihre Anfrage erlaubt.</translation>
    </message>
    <message>
        <source>Some requests set no limit on their answer: what these cost is not in it.</source>
        <translation>Einige Anfragen setzen ihrer Antwort keine Grenze: Was diese kosten, ist nicht enthalten.</translation>
    </message>
    <message>
        <source>A model without a price is not in it.</source>
        <translation>Ein Modell ohne Preis ist nicht enthalten.</translation>
    </message>
    <message>
        <source>The requests are being written…</source>
        <translation>Die Anfragen werden geschrieben …</translation>
    </message>
    <message>
        <source>The file is being checked…</source>
        <translation>Die Datei wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) in the file to mend before it can be sent.</source>
        <translation>
            <numerusform>%Ln Sache in der Datei ist vor dem Senden zu beheben.</numerusform>
            <numerusform>%Ln Sachen in der Datei sind vor dem Senden zu beheben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is too big for one batch, and is not to be split.</source>
        <translation>Die Datei ist zu groß für einen Batch und soll nicht geteilt werden.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>odc::BatchCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln batch(es) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Batch der PRODUKTION abbrechen?</numerusform>
            <numerusform>%Ln Batches der PRODUKTION abbrechen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es)?</source>
        <translation>
            <numerusform>%Ln Batch abbrechen?</numerusform>
            <numerusform>%Ln Batches abbrechen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) have no answer yet and get none.</source>
        <translation>
            <numerusform>%Ln Anfrage hat noch keine Antwort und bekommt keine.</numerusform>
            <numerusform>%Ln Anfragen haben noch keine Antwort und bekommen keine.</numerusform>
        </translation>
    </message>
    <message>
        <source>What has no answer by then gets none.</source>
        <translation>Was bis dahin keine Antwort hat, bekommt keine.</translation>
    </message>
    <message>
        <source>What was answered stays, and is paid for.</source>
        <translation>Was beantwortet wurde, bleibt und wird bezahlt.</translation>
    </message>
    <message>
        <source>Nothing was answered yet.</source>
        <translation>Noch wurde nichts beantwortet.</translation>
    </message>
    <message>
        <source>It takes up to 10 minutes until a batch is cancelled. The rest can be sent again then.</source>
        <translation>Bis ein Batch abgebrochen ist, dauert es bis zu 10 Minuten. Dann kann der Rest erneut gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es)</source>
        <translation>
            <numerusform>%Ln Batch abbrechen</numerusform>
            <numerusform>%Ln Batches abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
</context>
<context>
    <name>odc::BatchDetails</name>
    <message>
        <source>Select a batch to see what it is.</source>
        <translation>Wählen Sie einen Batch, um zu sehen, was er ist.</translation>
    </message>
    <message>
        <source>The batch object as JSON</source>
        <translation>Das Batch-Objekt als JSON</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>Teile der Datei</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Input of %1</source>
        <translation>Eingabe von %1</translation>
    </message>
    <message>
        <source>Output of %1</source>
        <translation>Ausgabe von %1</translation>
    </message>
    <message>
        <source>Errors of %1</source>
        <translation>Fehler von %1</translation>
    </message>
    <message>
        <source>Errors (%1)</source>
        <translation>Fehler (%1)</translation>
    </message>
    <message>
        <source>not said by the server</source>
        <translation>sagt der Server nicht</translation>
    </message>
    <message>
        <source>%1 in, %2 of them cached</source>
        <translation>%1 hinein, davon %2 aus dem Zwischenspeicher</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 hinein</translation>
    </message>
    <message>
        <source>%1 out, %2 of them reasoning</source>
        <translation>%1 heraus, davon %2 fürs Nachdenken</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 heraus</translation>
    </message>
    <message>
        <source>no price for this model in the preferences</source>
        <translation>kein Preis für dieses Modell in den Einstellungen</translation>
    </message>
    <message>
        <source>What was used, at the prices in the preferences. The bill may differ.</source>
        <translation>Was verbraucht wurde, zu den Preisen in den Einstellungen. Die Rechnung kann abweichen.</translation>
    </message>
    <message>
        <source>when the batch has ended</source>
        <translation>wenn der Batch zu Ende ist</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>none: no request was answered</source>
        <translation>keine: Keine Anfrage wurde beantwortet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>is not in the list</source>
        <translation>ist nicht in der Liste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>none when it was archived</source>
        <translation>keine, als archiviert wurde</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Läuft ab in</translation>
    </message>
</context>
<context>
    <name>odc::BatchErrorsPane</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>file</source>
        <comment>instead of a line number</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Errors of the input file</source>
        <translation>Fehler der Eingabedatei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s). A click opens the line in the input file.</source>
        <translation>
            <numerusform>%Ln Fehler. Ein Klick öffnet die Zeile in der Eingabedatei.</numerusform>
            <numerusform>%Ln Fehler. Ein Klick öffnet die Zeile in der Eingabedatei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Code %1, field %2</source>
        <translation>Code %1, Feld %2</translation>
    </message>
</context>
<context>
    <name>odc::BatchFetch</name>
    <message>
        <source>%1 of %2 bytes of %3 arrived.</source>
        <translation>%1 von %2 Bytes von %3 kamen an.</translation>
    </message>
</context>
<context>
    <name>odc::BatchFilePane</name>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Drop a file of requests here.</source>
        <translation>Ziehen Sie eine Datei mit Anfragen hierher.</translation>
    </message>
    <message>
        <source>JSON lines: one request a line, as the Batch API takes them. It is checked before anything is sent.</source>
        <translation>JSON-Zeilen: eine Anfrage je Zeile, wie die Batch-API sie annimmt. Vor dem Senden wird sie geprüft.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Drop to check</source>
        <translation>Zum Prüfen loslassen</translation>
    </message>
    <message>
        <source>Nothing is sent yet.</source>
        <translation>Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>File of requests</source>
        <translation>Datei mit Anfragen</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No file of requests is chosen.</source>
        <translation>Keine Datei mit Anfragen ist gewählt.</translation>
    </message>
    <message>
        <source>The file is not checked.</source>
        <translation>Die Datei ist nicht geprüft.</translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in “.jsonl”: the service takes no others.</source>
        <translation>Der Name der Datei muss auf „.jsonl“ enden: Andere nimmt der Dienst nicht an.</translation>
    </message>
    <message>
        <source>The requests in the file say so.</source>
        <translation>Die Anfragen in der Datei sagen es.</translation>
    </message>
</context>
<context>
    <name>odc::BatchHeadline</name>
    <message>
        <source>The service reads the input file. Nothing runs before it is found in order.</source>
        <translation>Der Dienst liest die Eingabedatei. Nichts läuft, bevor sie in Ordnung befunden ist.</translation>
    </message>
    <message>
        <source>Every request has ended; the service is writing the files.</source>
        <translation>Jede Anfrage ist zu Ende; der Dienst schreibt die Dateien.</translation>
    </message>
    <message>
        <source>The service writes the results when the batch has ended.</source>
        <translation>Der Dienst schreibt die Ergebnisse, wenn der Batch zu Ende ist.</translation>
    </message>
    <message>
        <source>What is under way is waited for, up to 10 minutes. What was answered stays, and is paid for.</source>
        <translation>Auf Laufendes wird gewartet, bis zu 10 Minuten. Was beantwortet wurde, bleibt und wird bezahlt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) are in neither file. They can be sent again.</source>
        <translation>
            <numerusform>%Ln Anfrage steht in keiner der Dateien. Sie kann erneut gesendet werden.</numerusform>
            <numerusform>%Ln Anfragen stehen in keiner der Dateien. Sie können erneut gesendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every request has an answer.</source>
        <translation>Jede Anfrage hat eine Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) failed. The results say why; they can be sent again.</source>
        <translation>
            <numerusform>%Ln Anfrage schlug fehl. Warum, sagen die Ergebnisse; sie kann erneut gesendet werden.</numerusform>
            <numerusform>%Ln Anfragen schlugen fehl. Warum, sagen die Ergebnisse; sie können erneut gesendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not one request was answered. See why in the results before you send them again.</source>
        <translation>Nicht eine Anfrage wurde beantwortet. Sehen Sie vor einem neuen Senden in den Ergebnissen, warum.</translation>
    </message>
    <message>
        <source>Nothing was run, and nothing is paid for. Mend the input file and make a new batch of it.</source>
        <translation>Nichts lief, und nichts wird bezahlt. Beheben Sie die Fehler der Eingabedatei und machen Sie einen neuen Batch daraus.</translation>
    </message>
    <message numerus="yes">
        <source>Time was over before %Ln request(s) had an answer. They can be sent again.</source>
        <translation>
            <numerusform>Die Zeit war um, bevor %Ln Anfrage eine Antwort hatte. Sie kann erneut gesendet werden.</numerusform>
            <numerusform>Die Zeit war um, bevor %Ln Anfragen eine Antwort hatten. Sie können erneut gesendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time was over before any request had an answer. They can be sent again.</source>
        <translation>Die Zeit war um, bevor eine Anfrage eine Antwort hatte. Sie können erneut gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) have no answer. They can be sent again.</source>
        <translation>
            <numerusform>%Ln Anfrage hat keine Antwort. Sie kann erneut gesendet werden.</numerusform>
            <numerusform>%Ln Anfragen haben keine Antwort. Sie können erneut gesendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every request had an answer by then.</source>
        <translation>Jede Anfrage hatte bis dahin eine Antwort.</translation>
    </message>
    <message>
        <source>The console does not know this state. It is looked at again from time to time.</source>
        <translation>Diesen Zustand kennt die Konsole nicht. Sie sieht von Zeit zu Zeit wieder nach.</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 von %2 beantwortet</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 without an answer</source>
        <translation>%1 ohne Antwort</translation>
    </message>
    <message>
        <source>%1 to come</source>
        <translation>%1 stehen aus</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler zeigen</numerusform>
            <numerusform>%Ln Fehler zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>The archive holds it as it was then. What became of it only the service knows.</source>
        <translation>Das Archiv enthält ihn, wie er damals war. Was aus ihm wurde, weiß nur der Dienst.</translation>
    </message>
    <message>
        <source>What it left without an answer was sent again: attempt %1 has not ended yet.</source>
        <translation>Was ohne Antwort blieb, wurde noch einmal gesendet: Versuch %1 ist noch nicht beendet.</translation>
    </message>
    <message>
        <source>What it left without an answer was sent again, and answered: every request has an answer.</source>
        <translation>Was ohne Antwort blieb, wurde noch einmal gesendet und beantwortet: Jede Anfrage hat eine Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>What it left without an answer was sent again. After all attempts %Ln request(s) have none; they can be sent again.</source>
        <translation>
            <numerusform>Was ohne Antwort blieb, wurde noch einmal gesendet. Nach allen Versuchen hat %Ln Anfrage keine; sie kann noch einmal gesendet werden.</numerusform>
            <numerusform>Was ohne Antwort blieb, wurde noch einmal gesendet. Nach allen Versuchen haben %Ln Anfragen keine; sie können noch einmal gesendet werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchRestPane</name>
    <message>
        <source>Sent again</source>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <source>A request that the service found wrong fails again, unless what was wrong is mended there. It can be left out.</source>
        <translation>Eine Anfrage, die der Dienst falsch fand, schlägt wieder fehl, solange der Fehler dort nicht behoben ist. Sie kann ausgelassen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired</source>
        <translation>
            <numerusform>%Ln abgelaufen</numerusform>
            <numerusform>%Ln abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln abgebrochen</numerusform>
            <numerusform>%Ln abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without any answer</source>
        <translation>
            <numerusform>%Ln ohne jede Antwort</numerusform>
            <numerusform>%Ln ohne jede Antwort</numerusform>
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
        <source>%Ln failed: %1</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen: %1</numerusform>
            <numerusform>%Ln fehlgeschlagen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Every request has its answer.</source>
        <translation>Jede Anfrage hat ihre Antwort.</translation>
    </message>
    <message>
        <source>Nothing is chosen to be sent again.</source>
        <translation>Nichts ist zum erneuten Senden gewählt.</translation>
    </message>
    <message>
        <source>The one of the first batch.</source>
        <translation>Der des ersten Batches.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the result files could not be read. They may be answers to requests that seem to have none.</source>
        <translation>
            <numerusform>%Ln Zeile der Ergebnisdateien war nicht lesbar. Sie kann die Antwort auf eine Anfrage sein, die keine zu haben scheint.</numerusform>
            <numerusform>%Ln Zeilen der Ergebnisdateien waren nicht lesbar. Sie können Antworten auf Anfragen sein, die keine zu haben scheinen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a readable answer: some may be answered in lines that could not be read</source>
        <translation>
            <numerusform>%Ln ohne lesbare Antwort: Sie kann in einer nicht lesbaren Zeile beantwortet sein</numerusform>
            <numerusform>%Ln ohne lesbare Antwort: Manche können in nicht lesbaren Zeilen beantwortet sein</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::BatchResultsModel</name>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer or error</source>
        <translation>Antwort oder Fehler</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token hinein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token heraus</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>an error without a name</source>
        <translation>ein Fehler ohne Namen</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht aus</translation>
    </message>
    <message>
        <source>answered twice</source>
        <translation>zweimal beantwortet</translation>
    </message>
    <message>
        <source>nobody asked for it</source>
        <translation>niemand hat danach gefragt</translation>
    </message>
    <message>
        <source>other kinds</source>
        <translation>andere Arten</translation>
    </message>
</context>
<context>
    <name>odc::BatchSendJob</name>
    <message>
        <source>Its upload was stopped on the Transfers page.</source>
        <translation>Der Upload wurde auf der Seite Übertragungen angehalten.</translation>
    </message>
    <message>
        <source>“%1” is not the file that was checked any more.</source>
        <translation>„%1“ ist nicht mehr die Datei, die geprüft wurde.</translation>
    </message>
    <message>
        <source>It was uploaded as %1, which no batch uses.</source>
        <translation>Sie wurde als %1 hochgeladen, das kein Batch benutzt.</translation>
    </message>
</context>
<context>
    <name>odc::BatchSettingsPane</name>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>ticket summaries, November</source>
        <translation>Ticket-Zusammenfassungen, November</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>&amp;Endpunkt</translation>
    </message>
    <message>
        <source>as long as the service keeps them</source>
        <translation>so lange der Dienst sie behält</translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>1 Tag lang</translation>
    </message>
    <message>
        <source>for 7 days</source>
        <translation>7 Tage lang</translation>
    </message>
    <message>
        <source>for 30 days</source>
        <translation>30 Tage lang</translation>
    </message>
    <message>
        <source>for a number of days…</source>
        <translation>eine Anzahl von Tagen …</translation>
    </message>
    <message>
        <source>Days that the answers are kept</source>
        <translation>Tage, die die Antworten behalten werden</translation>
    </message>
    <message>
        <source>&amp;Keep the answers</source>
        <translation>Antworten &amp;behalten</translation>
    </message>
    <message>
        <source>Meta&amp;data</source>
        <translation>Meta&amp;daten</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln second(s)</source>
        <translation>
            <numerusform>%Ln Sekunde lang</numerusform>
            <numerusform>%Ln Sekunden lang</numerusform>
        </translation>
    </message>
    <message>
        <source>Two more pairs link it to %1, as attempt %2.</source>
        <translation>Zwei weitere Paare verbinden ihn als Versuch %2 mit %1.</translation>
    </message>
</context>
<context>
    <name>odc::BatchTablePane</name>
    <message>
        <source>Drop to read the table</source>
        <translation>Zum Lesen der Tabelle loslassen</translation>
    </message>
    <message>
        <source>Nothing is sent yet.</source>
        <translation>Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Drop a table here.</source>
        <translation>Ziehen Sie eine Tabelle hierher.</translation>
    </message>
    <message>
        <source>CSV, TSV or JSON lines. Each row becomes one request, by a template that you write.</source>
        <translation>CSV, TSV oder JSON-Zeilen. Jede Zeile wird nach einer Vorlage, die Sie schreiben, zu einer Anfrage.</translation>
    </message>
    <message>
        <source>Choose table…</source>
        <translation>Tabelle wählen …</translation>
    </message>
    <message>
        <source>Another table…</source>
        <translation>Andere Tabelle …</translation>
    </message>
    <message>
        <source>Columns: a click writes one into the text</source>
        <translation>Spalten: Ein Klick schreibt eine in den Text</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Summarise this ticket in one line: {{text}}</source>
        <translation>Fasse dieses Ticket in einer Zeile zusammen: {{text}}</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>&amp;Endpunkt</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>custom_&amp;id</source>
        <translation>custom_&amp;id</translation>
    </message>
    <message>
        <source>Ma&amp;x tokens</source>
        <translation>Ma&amp;x. Token</translation>
    </message>
    <message>
        <source>Tem&amp;perature</source>
        <translation>Tem&amp;peratur</translation>
    </message>
    <message>
        <source>M&amp;ore members of the body, as JSON</source>
        <translation>&amp;Weitere Felder der Anfrage, als JSON</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.jsonl)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>Tabelle wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) are not as they should be.</source>
        <translation>
            <numerusform>%Ln Zeile ist nicht, wie sie sein soll.</numerusform>
            <numerusform>%Ln Zeilen sind nicht, wie sie sein sollen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>row-1, row-2, …</source>
        <translation>row-1, row-2, …</translation>
    </message>
    <message>
        <source>of column “%1”</source>
        <translation>aus Spalte „%1“</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Row %1 of %2, as it is sent</source>
        <translation>Zeile %1 von %2, wie sie gesendet wird</translation>
    </message>
    <message>
        <source>A row, as it is sent</source>
        <translation>Eine Zeile, wie sie gesendet wird</translation>
    </message>
    <message numerus="yes">
        <source>(%Ln more)</source>
        <translation>
            <numerusform>(%Ln weitere)</numerusform>
            <numerusform>(%Ln weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>No table is chosen.</source>
        <translation>Keine Tabelle ist gewählt.</translation>
    </message>
    <message>
        <source>The table is being read…</source>
        <translation>Die Tabelle wird gelesen …</translation>
    </message>
    <message>
        <source>The table has no row.</source>
        <translation>Die Tabelle hat keine Zeile.</translation>
    </message>
    <message>
        <source>It is chosen with the template.</source>
        <translation>Er wird mit der Vorlage gewählt.</translation>
    </message>
</context>
<context>
    <name>odc::BatchTimeline</name>
    <message>
        <source>created, validating</source>
        <translation>erstellt, wird geprüft</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finalizing</source>
        <translation>wird abgeschlossen</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>input file refused</source>
        <translation>Eingabedatei abgelehnt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>läuft ab</translation>
    </message>
    <message>
        <source>cancelled at the latest</source>
        <translation>spätestens abgebrochen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>time is over</source>
        <translation>die Zeit ist um</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, time</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time, number</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>odc::BatchUploadedPane</name>
    <message>
        <source>File with the requests, or its id</source>
        <translation>Datei mit den Anfragen oder ihre ID</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The service checks it after the batch is created. To check it before, it is downloaded.</source>
        <translation>Der Dienst prüft sie, nachdem der Batch erstellt ist. Um sie vorher zu prüfen, wird sie heruntergeladen.</translation>
    </message>
    <message>
        <source>Downloading: %1 of %2</source>
        <translation>Wird heruntergeladen: %1 von %2</translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation>Wird heruntergeladen: %1</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Wird heruntergeladen …</translation>
    </message>
    <message>
        <source>The file is too big for one batch: only a file on this computer can be split.</source>
        <translation>Die Datei ist zu groß für einen Batch: Nur eine Datei auf diesem Rechner lässt sich teilen.</translation>
    </message>
    <message>
        <source>The requests in the file say so.</source>
        <translation>Die Anfragen in der Datei sagen es.</translation>
    </message>
</context>
<context>
    <name>odc::BatchesModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Input file</source>
        <translation>Eingabedatei</translation>
    </message>
    <message>
        <source>Output file</source>
        <translation>Ausgabedatei</translation>
    </message>
    <message>
        <source>Error file</source>
        <translation>Fehlerdatei</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>validating</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>finalizing</source>
        <translation>wird abgeschlossen</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>completed, some without an answer</source>
        <translation>abgeschlossen, einige ohne Antwort</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>completed, some failed</source>
        <translation>abgeschlossen, einige fehlgeschlagen</translation>
    </message>
    <message>
        <source>all requests failed</source>
        <translation>alle fehlgeschlagen</translation>
    </message>
    <message>
        <source>input file refused</source>
        <translation>Eingabedatei abgelehnt</translation>
    </message>
    <message>
        <source>expired with part of its results</source>
        <translation>abgelaufen mit einem Teil der Ergebnisse</translation>
    </message>
    <message>
        <source>expired without results</source>
        <translation>abgelaufen ohne Ergebnisse</translation>
    </message>
    <message>
        <source>cancelled with part of its results</source>
        <translation>abgebrochen mit einem Teil der Ergebnisse</translation>
    </message>
    <message>
        <source>cancelled without results</source>
        <translation>abgebrochen ohne Ergebnisse</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>expired, no answers</source>
        <translation>ohne Antwort abgelaufen</translation>
    </message>
    <message>
        <source>cancelled, no answers</source>
        <translation>ohne Antwort abgebrochen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 beantwortet</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 without an answer</source>
        <translation>%1 ohne Antwort</translation>
    </message>
    <message>
        <source>%1 to come</source>
        <translation>%1 stehen aus</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <comment>counts, total</comment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>over</source>
        <translation>um</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <comment>money</comment>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>attempt</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>part</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Cancelled at the latest: %1</source>
        <translation>Spätestens abgebrochen: %1</translation>
    </message>
    <message>
        <source>Expires: %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 hinein, %2 heraus</translation>
    </message>
    <message>
        <source>What was used, at the prices in the preferences. The bill may differ.</source>
        <translation>Was verbraucht wurde, zu den Preisen in den Einstellungen. Die Rechnung kann abweichen.</translation>
    </message>
    <message>
        <source>some without an answer</source>
        <translation>einige ohne Antwort</translation>
    </message>
    <message>
        <source>expired in part</source>
        <translation>zum Teil abgelaufen</translation>
    </message>
    <message>
        <source>cancelled in part</source>
        <translation>zum Teil abgebrochen</translation>
    </message>
    <message>
        <source>some requests failed</source>
        <translation>einige fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>was %1 when archived</source>
        <comment>a state: in progress</comment>
        <translation>war beim Archivieren: %1</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>a state: in progress</comment>
        <translation>war: %1</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Läuft ab in</translation>
    </message>
</context>
<context>
    <name>odc::BatchesPage</name>
    <message>
        <source>&amp;New batch…</source>
        <translation>&amp;Neuer Batch …</translation>
    </message>
    <message>
        <source>The same endpoint, metadata and expiry for another file</source>
        <translation>Endpunkt, Metadaten und Ablauf wie hier, für eine andere Datei</translation>
    </message>
    <message>
        <source>Failed, expired and missing requests only, as a new batch</source>
        <translation>Nur fehlgeschlagene, abgelaufene und fehlende Anfragen, als neuer Batch</translation>
    </message>
    <message>
        <source>status: any</source>
        <translation>Status: alle</translation>
    </message>
    <message>
        <source>status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>status: with failed requests</source>
        <translation>Status: mit fehlgeschlagenen Anfragen</translation>
    </message>
    <message>
        <source>endpoint: any</source>
        <translation>Endpunkt: alle</translation>
    </message>
    <message>
        <source>endpoint: %1</source>
        <translation>Endpunkt: %1</translation>
    </message>
    <message>
        <source>&amp;All batches</source>
        <translation>&amp;Alle Batches</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Thousands of requests at half the price: loading…</source>
        <translation>Tausende Anfragen zum halben Preis: wird geladen …</translation>
    </message>
    <message>
        <source>Thousands of requests in one file, answered within 24 hours at half the price.</source>
        <translation>Tausende Anfragen in einer Datei, beantwortet binnen 24 Stunden zum halben Preis.</translation>
    </message>
    <message>
        <source>Filter: name, id, failed&gt;0 …</source>
        <translation>Filter: Name, ID, failed&gt;0 …</translation>
    </message>
    <message>
        <source>This server has no batches area.</source>
        <translation>Dieser Server hat keinen Bereich für Batches.</translation>
    </message>
    <message>
        <source>There are no batches here yet.</source>
        <translation>Hier gibt es noch keine Batches.</translation>
    </message>
    <message>
        <source>A batch is a file of requests, one a line. Make one, or start with some sample data.</source>
        <translation>Ein Batch ist eine Datei mit Anfragen, eine je Zeile. Erstellen Sie einen, oder beginnen Sie mit Beispieldaten.</translation>
    </message>
    <message>
        <source>A batch is a file of requests, one a line.</source>
        <translation>Ein Batch ist eine Datei mit Anfragen, eine je Zeile.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es)</source>
        <translation>
            <numerusform>%Ln Batch</numerusform>
            <numerusform>%Ln Batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed since yesterday</source>
        <translation>
            <numerusform>%Ln seit gestern fehlgeschlagen</numerusform>
            <numerusform>%Ln seit gestern fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, %1 of %2 requests answered</source>
        <translation>
            <numerusform>%Ln ausgewählt, %1 von %2 Anfragen beantwortet</numerusform>
            <numerusform>%Ln ausgewählt, %1 von %2 Anfragen beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>Ne&amp;w batch like this…</source>
        <translation>Neuer Batch &amp;wie dieser …</translation>
    </message>
    <message>
        <source>S&amp;how results</source>
        <translation>&amp;Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Send the rest a&amp;gain…</source>
        <translation>Den &amp;Rest erneut senden …</translation>
    </message>
    <message>
        <source>Cancel &amp;batch…</source>
        <translation>&amp;Batch abbrechen …</translation>
    </message>
    <message>
        <source>Res&amp;ults</source>
        <translation>Er&amp;gebnisse</translation>
    </message>
    <message>
        <source>Send the rest a&amp;gain (%1)…</source>
        <translation>Den &amp;Rest erneut senden (%1) …</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln &amp;batch(es)…</source>
        <translation>
            <numerusform>%Ln &amp;Batch abbrechen …</numerusform>
            <numerusform>%Ln &amp;Batches abbrechen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel attempt %1 of the &amp;batch…</source>
        <translation>Versuch %1 des &amp;Batches abbrechen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not ended when archived</source>
        <translation>
            <numerusform>%Ln beim Archivieren nicht beendet</numerusform>
            <numerusform>%Ln beim Archivieren nicht beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>The file with the requests is gone: the rest cannot be sent again.</source>
        <translation>Die Datei mit den Anfragen ist weg: Der Rest kann nicht erneut gesendet werden.</translation>
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
    <message>
        <source>Cancelling %1 of %2</source>
        <translation>%1 von %2 werden abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln being cancelled</source>
        <translation>
            <numerusform>%Ln wird abgebrochen</numerusform>
            <numerusform>%Ln werden abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding: %1 of %2 done</source>
        <translation>Aufnahme: %1 von %2 fertig</translation>
    </message>
    <message>
        <source>Syncing: %1 of %2 done</source>
        <translation>Abgleich: %1 von %2 fertig</translation>
    </message>
    <message>
        <source>Changing %1 of %2</source>
        <translation>%1 von %2 wird geändert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln aufgenommen</numerusform>
            <numerusform>%Ln aufgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln synced</source>
        <translation>
            <numerusform>%Ln abgeglichen</numerusform>
            <numerusform>%Ln abgeglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Granting %1 of %2</source>
        <translation>%1 von %2 wird erteilt</translation>
    </message>
    <message>
        <source>Revoking %1 of %2</source>
        <translation>%1 von %2 wird entzogen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln granted</source>
        <translation>
            <numerusform>%Ln erteilt</numerusform>
            <numerusform>%Ln erteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked</source>
        <translation>
            <numerusform>%Ln entzogen</numerusform>
            <numerusform>%Ln entzogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
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
    <name>odc::CancelBatchesJob</name>
    <message>
        <source>had ended before</source>
        <translation>war schon zu Ende</translation>
    </message>
    <message>
        <source>Cancelling batch %1 of %2</source>
        <translation>Batch %1 von %2 wird abgebrochen</translation>
    </message>
    <message>
        <source>Cancelling “%1”</source>
        <translation>„%1“ wird abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) being cancelled</source>
        <translation>
            <numerusform>%Ln Batch wird abgebrochen</numerusform>
            <numerusform>%Ln Batches werden abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is being cancelled</source>
        <translation>„%1“ wird abgebrochen</translation>
    </message>
    <message>
        <source>“%1” not cancelled</source>
        <translation>„%1“ nicht abgebrochen</translation>
    </message>
</context>
<context>
    <name>odc::CategoriesList</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>noch nicht verglichen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of the same size cannot be read, and are not compared</source>
        <translation>
            <numerusform>%Ln gleich große Datei lässt sich nicht lesen und wird nicht verglichen</numerusform>
            <numerusform>%Ln gleich große Dateien lassen sich nicht lesen und werden nicht verglichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ChangesModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>File in a store</source>
        <translation>Datei im Speicher</translation>
    </message>
    <message>
        <source>Eval</source>
        <translation>Eval</translation>
    </message>
    <message>
        <source>Eval run</source>
        <translation>Eval-Lauf</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>added</source>
        <comment>a new object was seen</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>an object has another state</comment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>a job ended well</comment>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a job ended badly</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>an object is there no more</comment>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>some failed</source>
        <comment>a batch ended without some answers</comment>
        <translation>einige fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>a job ended by a person</comment>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>odc::ChangesPane</name>
    <message>
        <source>What is listed</source>
        <translation>Was die Liste zeigt</translation>
    </message>
    <message>
        <source>All changes seen</source>
        <translation>Alle gesehenen Änderungen</translation>
    </message>
    <message>
        <source>Jobs that ended</source>
        <translation>Beendete Aufträge</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Seit wann</translation>
    </message>
    <message>
        <source>Since your last visit</source>
        <translation>Seit dem letzten Besuch</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>All that is known</source>
        <translation>Alles Bekannte</translation>
    </message>
    <message>
        <source>&amp;Go to the object</source>
        <translation>Zum Objekt &amp;gehen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Filter: name, kind:batch, result=failed, to=completed …</source>
        <translation>Filter: Name, kind:batch, result=failed, to=completed …</translation>
    </message>
    <message>
        <source>Nothing has changed in this time.</source>
        <translation>In dieser Zeit hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>What comes, goes and ends at the server is noted here as soon as the console sees it.</source>
        <translation>Was am Server hinzukommt, verschwindet oder endet, steht hier, sobald die Konsole es sieht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln gezeigt</numerusform>
            <numerusform>%Ln gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>First visit: last 24 hours</source>
        <translation>Erster Besuch: letzte 24 Stunden</translation>
    </message>
    <message>
        <source>From a day on</source>
        <translation>Ab einem Tag</translation>
    </message>
    <message>
        <source>Each with the time at which this console saw it: what happened while it was closed has that of the next look.</source>
        <translation>Jede mit der Zeit, zu der diese Konsole sie sah: Was geschah, während sie geschlossen war, hat die des nächsten Blicks.</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>Ab diesem Tag</translation>
    </message>
</context>
<context>
    <name>odc::CheckpointsModel</name>
    <message>
        <source>valid loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>valid accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>full valid loss</source>
        <translation>voller Validierungsverlust</translation>
    </message>
    <message>
        <source>full valid accuracy</source>
        <translation>volle Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>train accuracy</source>
        <translation>Trainingsgenauigkeit</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1
The lowest is the best, and is marked ★; of equal ones the earliest.</source>
        <translation>%1
Der niedrigste Wert ist der beste und mit ★ markiert; von gleichen der früheste.</translation>
    </message>
    <message>
        <source>%1
The highest is the best, and is marked ★; of equal ones the earliest.</source>
        <translation>%1
Der höchste Wert ist der beste und mit ★ markiert; von gleichen der früheste.</translation>
    </message>
    <message>
        <source>%1
The name does not say whether high or low is better, so no best one is marked.</source>
        <translation>%1
Der Name sagt nicht, ob hoch oder niedrig besser ist, daher ist kein bester markiert.</translation>
    </message>
    <message>
        <source>the final model</source>
        <translation>das fertige Modell</translation>
    </message>
    <message>
        <source>%1 was not measured here</source>
        <translation>%1 wurde hier nicht gemessen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>metric, exact value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The lowest, so the best of %Ln checkpoint(s)</source>
        <translation>
            <numerusform>Am niedrigsten, also am besten von %Ln Checkpoint</numerusform>
            <numerusform>Am niedrigsten, also am besten von %Ln Checkpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The highest, so the best of %Ln checkpoint(s)</source>
        <translation>
            <numerusform>Am höchsten, also am besten von %Ln Checkpoint</numerusform>
            <numerusform>Am höchsten, also am besten von %Ln Checkpoints</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the best</source>
        <translation>%1, am besten</translation>
    </message>
</context>
<context>
    <name>odc::CheckpointsPane</name>
    <message>
        <source>&amp;Copy model name</source>
        <translation>Modellnamen &amp;kopieren</translation>
    </message>
    <message>
        <source>The name under which the checkpoint is asked, as a model (Ctrl+C)</source>
        <translation>Der Name, unter dem der Checkpoint als Modell gefragt wird (Strg+C)</translation>
    </message>
    <message>
        <source>Copy checkpoint &amp;ID</source>
        <translation>&amp;ID des Checkpoints kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as J&amp;SON…</source>
        <translation>Als J&amp;SON exportieren…</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Choose a job to see its checkpoints.</source>
        <translation>Einen Auftrag wählen, um seine Checkpoints zu sehen.</translation>
    </message>
    <message>
        <source>Loading the checkpoints…</source>
        <translation>Die Checkpoints werden geladen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This service has no checkpoints.</source>
        <translation>Dieser Dienst hat keine Checkpoints.</translation>
    </message>
    <message>
        <source>This job left no checkpoints.</source>
        <translation>Dieser Auftrag hat keine Checkpoints hinterlassen.</translation>
    </message>
    <message>
        <source>No checkpoints yet.</source>
        <translation>Noch keine Checkpoints.</translation>
    </message>
    <message>
        <source>They appear at the end of each epoch.</source>
        <translation>Sie erscheinen am Ende jeder Epoche.</translation>
    </message>
    <message>
        <source>The checkpoints could not be read anew: %1.</source>
        <translation>Die Checkpoints ließen sich nicht neu lesen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln checkpoint(s)</source>
        <translation>
            <numerusform>%Ln Checkpoint</numerusform>
            <numerusform>%Ln Checkpoints</numerusform>
        </translation>
    </message>
    <message>
        <source>best %1 at step %2</source>
        <translation>%1 am besten bei Schritt %2</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Copy %Ln model name(s)</source>
        <translation>
            <numerusform>%Ln Modellnamen &amp;kopieren</numerusform>
            <numerusform>%Ln Modellnamen &amp;kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Refresh checkpoints</source>
        <translation>Checkpoints &amp;aktualisieren</translation>
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
    <name>odc::ChunkFindBar</name>
    <message>
        <source>Find in all chunks</source>
        <translation>In allen Abschnitten suchen</translation>
    </message>
    <message>
        <source>Capital letters matter</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 von mehr als %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>odc::ChunkView</name>
    <message>
        <source>Text of the chunks</source>
        <translation>Text der Abschnitte</translation>
    </message>
</context>
<context>
    <name>odc::ChunkingEdit</name>
    <message>
        <source>Tokens in a chunk</source>
        <translation>Token in einem Abschnitt</translation>
    </message>
    <message>
        <source>Tokens that chunks have in common</source>
        <translation>Token, die Abschnitte gemeinsam haben</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Fixed size</source>
        <translation>Feste Größe</translation>
    </message>
    <message>
        <source>tokens, overlapping by</source>
        <translation>Token, überlappend um</translation>
    </message>
    <message>
        <source>A chunk has from %1 to %2 tokens.</source>
        <translation>Ein Abschnitt hat %1 bis %2 Token.</translation>
    </message>
    <message>
        <source>The overlap is a whole number of tokens, or 0.</source>
        <translation>Die Überlappung ist eine ganze Zahl von Token oder 0.</translation>
    </message>
    <message>
        <source>The overlap is at most half a chunk: %1 tokens.</source>
        <translation>Die Überlappung ist höchstens ein halber Abschnitt: %1 Token.</translation>
    </message>
    <message>
        <source>The service decides: chunks of 800 tokens that overlap by 400.</source>
        <translation>Der Dienst entscheidet: Abschnitte von 800 Token, die um 400 überlappen.</translation>
    </message>
    <message>
        <source>%1 to %2 tokens in a chunk; the overlap is at most half of it.</source>
        <translation>%1 bis %2 Token in einem Abschnitt; die Überlappung ist höchstens die Hälfte davon.</translation>
    </message>
</context>
<context>
    <name>odc::ChunksModel</name>
    <message>
        <source>Chunk</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>≈ Tokens</source>
        <translation>≈ Token</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>An estimate</source>
        <translation>Eine Schätzung</translation>
    </message>
    <message>
        <source>So many characters at its beginning repeat the end of the chunk before</source>
        <translation>So viele Zeichen am Anfang wiederholen das Ende des vorigen Abschnitts</translation>
    </message>
</context>
<context>
    <name>odc::CleanerCommands</name>
    <message>
        <source>A clean-up of %1 things stopped at %2.</source>
        <translation>Das Aufräumen von %1 Objekten blieb bei %2 stehen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>A clean-up of this profile is running. Wait for its end, or stop it.</source>
        <translation>Dieses Profil wird gerade aufgeräumt. Das Ende abwarten oder das Aufräumen anhalten.</translation>
    </message>
    <message>
        <source>There is no clean-up to go on with.</source>
        <translation>Es gibt kein Aufräumen, das sich fortsetzen ließe.</translation>
    </message>
    <message>
        <source>Clean-up: %1. %2 are free again.</source>
        <translation>Aufräumen: %1. %2 sind wieder frei.</translation>
    </message>
    <message>
        <source>Reading what uses files by now, before the clean-up goes on…</source>
        <translation>Vor dem Weitermachen wird gelesen, was Dateien inzwischen benutzt…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The clean-up did not go on: not everything that may use files by now could be read. %1</source>
        <translation>Das Aufräumen ging nicht weiter: Nicht alles, was Dateien inzwischen benutzen kann, war zu lesen. %1</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln more it is not known whether they are gone.</source>
        <translation>
            <numerusform>Von %Ln weiteren ist nicht bekannt, ob es weg ist.</numerusform>
            <numerusform>Von %Ln weiteren ist nicht bekannt, ob sie weg sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::CleanerDialog</name>
    <message>
        <source>Clean up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Take duplicates out of vector stores</source>
        <translation>Duplikate aus Vektorspeichern nehmen</translation>
    </message>
    <message>
        <source>This profile is marked as production.</source>
        <translation>Dieses Profil ist als Produktion gekennzeichnet.</translation>
    </message>
    <message>
        <source>What no batch, job, vector store or eval of the project needs may go. Programs that name a file by its id are not known here: nothing has a check until you give it one.</source>
        <translation>Was kein Batch, Auftrag, Vektorspeicher oder Eval des Projekts braucht, kann weg. Programme, die eine Datei mit ihrer ID nennen, sind hier nicht bekannt: Nichts ist von vornherein angehakt.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading everything that may use files…</source>
        <translation>Alles, was Dateien benutzen kann, wird gelesen…</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Unused and outputs older than</source>
        <translation>Unbenutztes und Ausgaben, älter als</translation>
    </message>
    <message>
        <source>Unused and outputs older than so many days</source>
        <translation>Unbenutztes und Ausgaben, älter als so viele Tage</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Offers copies that only vector stores use as well. They are taken out of these before they are deleted; searches there do not find them any more.</source>
        <translation>Bietet auch Kopien an, die nur Vektorspeicher benutzen. Vor dem Löschen werden sie dort herausgenommen; Suchen finden sie dort nicht mehr.</translation>
    </message>
    <message>
        <source>Downloads files of the same size and purpose to compare them; nothing is kept of them</source>
        <translation>Lädt Dateien gleicher Größe und gleichen Zwecks herunter, um sie zu vergleichen; nichts davon wird behalten</translation>
    </message>
    <message>
        <source>Filter: words, category=orphans, size&gt;10MB, created&gt;90d …</source>
        <translation>Filter: Wörter, category=orphans, size&gt;10MB, created&gt;90d …</translation>
    </message>
    <message>
        <source>What may go</source>
        <translation>Was weg kann</translation>
    </message>
    <message>
        <source>%1 of %2 lists</source>
        <translation>%1 von %2 Listen</translation>
    </message>
    <message>
        <source>Reading was stopped, so nothing is sure and nothing is offered. Read again to go on.</source>
        <translation>Das Lesen wurde angehalten; daher ist nichts sicher, und nichts wird angeboten. Zum Fortfahren neu lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln list(s) could not be read: %1. What depends on them is not offered.</source>
        <translation>
            <numerusform>%Ln Liste war nicht lesbar: %1. Was von ihr abhängt, wird nicht angeboten.</numerusform>
            <numerusform>%Ln Listen waren nicht lesbar: %1. Was von ihnen abhängt, wird nicht angeboten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 chosen, %3</source>
        <translation>%1 von %2 gewählt, %3</translation>
    </message>
    <message numerus="yes">
        <source>Clean up %Ln thing(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Objekt der PRODUKTION aufräumen?</numerusform>
            <numerusform>%Ln Objekte der PRODUKTION aufräumen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clean up %Ln thing(s)?</source>
        <translation>
            <numerusform>%Ln Objekt aufräumen?</numerusform>
            <numerusform>%Ln Objekte aufräumen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on profile “%2”. This cannot be undone.</source>
        <translation>%1 im Profil „%2“. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) will be deleted</source>
        <translation>
            <numerusform>%Ln Datei wird gelöscht</numerusform>
            <numerusform>%Ln Dateien werden gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector store(s) will be deleted; their files stay</source>
        <translation>
            <numerusform>%Ln Vektorspeicher wird gelöscht; seine Dateien bleiben</numerusform>
            <numerusform>%Ln Vektorspeicher werden gelöscht; ihre Dateien bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>%Ln löschen</numerusform>
            <numerusform>%Ln löschen</numerusform>
        </translation>
    </message>
    <message>
        <source> day</source>
        <translation> Tag</translation>
    </message>
    <message>
        <source>What was read was more than ten minutes old, so it was read again. Look at what is chosen.</source>
        <translation>Das Gelesene war älter als zehn Minuten und wurde neu gelesen. Bitte die Auswahl noch einmal ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) compared</source>
        <translation>
            <numerusform>%Ln Datei verglichen</numerusform>
            <numerusform>%Ln Dateien verglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s) offered</source>
        <translation>
            <numerusform>%Ln Duplikat angeboten</numerusform>
            <numerusform>%Ln Duplikate angeboten</numerusform>
        </translation>
    </message>
    <message>
        <source>no duplicate that may go</source>
        <translation>kein Duplikat, das weg kann</translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read: %1</source>
        <translation>
            <numerusform>%Ln ließ sich nicht lesen: %1</numerusform>
            <numerusform>%Ln ließen sich nicht lesen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out %Ln</source>
        <comment>of vector stores</comment>
        <translation>
            <numerusform>%Ln herausnehmen</numerusform>
            <numerusform>%Ln herausnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1, take out %2</source>
        <comment>numbers</comment>
        <translation>%1 löschen, %2 herausnehmen</translation>
    </message>
    <message>
        <source>%1  ·  out of “%2”</source>
        <comment>file, vector store</comment>
        <translation>%1  ·  aus „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are taken out of vector stores before</source>
        <translation>
            <numerusform>%Ln davon wird vorher aus Vektorspeichern genommen</numerusform>
            <numerusform>%Ln davon werden vorher aus Vektorspeichern genommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them hold requests that have no answer: these cannot be sent again then, and results are shown without their requests</source>
        <translation>
            <numerusform>%Ln davon enthält Anfragen ohne Antwort: Diese lassen sich dann nicht erneut senden, und Ergebnisse erscheinen ohne ihre Anfragen</numerusform>
            <numerusform>%Ln davon enthalten Anfragen ohne Antwort: Diese lassen sich dann nicht erneut senden, und Ergebnisse erscheinen ohne ihre Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are taken out of vector stores; their files stay</source>
        <translation>
            <numerusform>%Ln Eintrag wird aus Vektorspeichern genommen; die Datei bleibt</numerusform>
            <numerusform>%Ln Einträge werden aus Vektorspeichern genommen; die Dateien bleiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare contents (%1)</source>
        <translation>Inhalte vergleichen (%1)</translation>
    </message>
    <message>
        <source>Each is looked at once more before it goes: what has got another use by then stays. At the end all is listed again.</source>
        <translation>Jedes wird noch einmal angesehen, bevor es geht: Was bis dahin anderswo gebraucht wird, bleibt. Am Ende wird alles neu aufgelistet.</translation>
    </message>
    <message>
        <source>Nothing here may go.</source>
        <translation>Hier kann nichts weg.</translation>
    </message>
    <message>
        <source>Everything that could be read is used, or younger than what is looked for.</source>
        <translation>Alles, was gelesen werden konnte, wird benutzt oder ist jünger als das, was gesucht wird.</translation>
    </message>
    <message>
        <source>This profile leaves nothing on this computer: a clean-up that is killed in the middle is not offered again.</source>
        <translation>Dieses Profil hinterlässt nichts auf diesem Rechner: Ein Aufräumen, das mittendrin abgebrochen wird, wird nicht noch einmal angeboten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are hidden by the filter</source>
        <translation>
            <numerusform>%Ln davon verbirgt der Filter</numerusform>
            <numerusform>%Ln davon verbirgt der Filter</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that may go matches the filter.</source>
        <translation>Nichts, was wegkann, passt zum Filter.</translation>
    </message>
    <message>
        <source>What is younger than what is looked for is not in the list.</source>
        <translation>Was jünger ist als gesucht, steht nicht in der Liste.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>odc::CleaningJob</name>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln gelöscht</numerusform>
            <numerusform>%Ln gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already gone</source>
        <translation>
            <numerusform>%Ln schon weg</numerusform>
            <numerusform>%Ln schon weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still listed</source>
        <translation>
            <numerusform>%Ln noch in der Liste</numerusform>
            <numerusform>%Ln noch in der Liste</numerusform>
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
        <source>%Ln kept, in use by now</source>
        <translation>
            <numerusform>%Ln behalten, inzwischen benutzt</numerusform>
            <numerusform>%Ln behalten, inzwischen benutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln übrig</numerusform>
            <numerusform>%Ln übrig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be listed again</source>
        <translation>
            <numerusform>%Ln ließ sich nicht erneut auflisten</numerusform>
            <numerusform>%Ln ließen sich nicht erneut auflisten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>Nichts wurde gelöscht</translation>
    </message>
    <message>
        <source>was already gone</source>
        <translation>war schon weg</translation>
    </message>
    <message>
        <source>in use by now: %1</source>
        <translation>inzwischen benutzt: %1</translation>
    </message>
    <message>
        <source>The server says that it is deleted, and still lists it</source>
        <translation>Der Server nennt es gelöscht und listet es noch auf</translation>
    </message>
    <message>
        <source>listing again what was deleted…</source>
        <translation>Gelöschtes wird erneut aufgelistet…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken out</source>
        <comment>of vector stores</comment>
        <translation>
            <numerusform>%Ln herausgenommen</numerusform>
            <numerusform>%Ln herausgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>another one has this id by now</source>
        <translation>eine andere hat inzwischen diese ID</translation>
    </message>
    <message>
        <source>the copy that was to stay is gone: %1</source>
        <translation>die Kopie, die bleiben sollte, ist weg: %1</translation>
    </message>
    <message>
        <source>not dead any more: %1</source>
        <translation>nicht mehr tot: %1</translation>
    </message>
    <message>
        <source>%1; the list could not be read again</source>
        <comment>what was done</comment>
        <translation>%1; die Liste ließ sich nicht noch einmal lesen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>taken out of %Ln vector store(s) and deleted</source>
        <translation>
            <numerusform>aus %Ln Vektorspeicher genommen und gelöscht</numerusform>
            <numerusform>aus %Ln Vektorspeichern genommen und gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>vector store deleted; its files stay</source>
        <translation>Vektorspeicher gelöscht; seine Dateien bleiben</translation>
    </message>
    <message>
        <source>taken out of “%1”; the file stays</source>
        <translation>aus „%1“ genommen; die Datei bleibt</translation>
    </message>
    <message>
        <source>its deletion may have gone out: going on finds that out</source>
        <translation>wurde vielleicht schon gelöscht: Fortsetzen findet es heraus</translation>
    </message>
</context>
<context>
    <name>odc::CleaningJournal</name>
    <message>
        <source>Another clean-up of this profile is running.</source>
        <translation>Ein anderes Aufräumen dieses Profils läuft.</translation>
    </message>
    <message>
        <source>The journal of this clean-up is not there any more.</source>
        <translation>Das Protokoll dieses Aufräumens ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>odc::CleaningModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Why it may go</source>
        <translation>Warum es weg kann</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>–</source>
        <comment>nothing</comment>
        <translation>–</translation>
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
    <name>odc::CompareCards</name>
    <message>
        <source>%1, baseline</source>
        <translation>%1, Basis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a verdict</source>
        <translation>
            <numerusform>%Ln ohne Urteil</numerusform>
            <numerusform>%Ln ohne Urteil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln regression(s)</source>
        <translation>
            <numerusform>%Ln Rückschritt</numerusform>
            <numerusform>%Ln Rückschritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln improvement(s)</source>
        <translation>
            <numerusform>%Ln Verbesserung</numerusform>
            <numerusform>%Ln Verbesserungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>McNemar&apos;s exact test, two-sided, over the %Ln row(s) graded in both runs</source>
        <translation>
            <numerusform>Exakter McNemar-Test, zweiseitig, über die %Ln Zeile, die in beiden Läufen bewertet ist</numerusform>
            <numerusform>Exakter McNemar-Test, zweiseitig, über die %Ln Zeilen, die in beiden Läufen bewertet sind</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 on average</source>
        <translation>%1: im Mittel %2</translation>
    </message>
    <message>
        <source>%L1 lower, %L2 higher</source>
        <translation>%L1 niedriger, %L2 höher</translation>
    </message>
    <message>
        <source>Passed before and fails now: %L1; failed before and passes now: %L2.
The exact sign test, two-sided, over the %L3 rows with a score in both runs.</source>
        <translation>Vorher bestanden und jetzt nicht: %L1; vorher nicht bestanden und jetzt bestanden: %L2.
Exakter Vorzeichentest, zweiseitig, über die %L3 Zeilen mit einem Wert in beiden Läufen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the baseline missing</source>
        <translation>
            <numerusform>%Ln Zeile der Basis fehlt</numerusform>
            <numerusform>%Ln Zeilen der Basis fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) the baseline does not have</source>
        <translation>
            <numerusform>%Ln Zeile, die die Basis nicht hat</numerusform>
            <numerusform>%Ln Zeilen, die die Basis nicht hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) paired by content</source>
        <translation>
            <numerusform>%Ln Zeile nach Inhalt gepaart</numerusform>
            <numerusform>%Ln Zeilen nach Inhalt gepaart</numerusform>
        </translation>
    </message>
    <message>
        <source>Make baseline</source>
        <translation>Zur Basis machen</translation>
    </message>
    <message>
        <source>%1 pp</source>
        <extracomment>difference of two percentages, in percentage points</extracomment>
        <translation>%1 PP</translation>
    </message>
    <message numerus="yes">
        <source>Percentage points, seen from the baseline, over the %Ln row(s) graded in both runs</source>
        <translation>
            <numerusform>Prozentpunkte gegenüber der Basis, über die %Ln Zeile, die in beiden Läufen bewertet ist</numerusform>
            <numerusform>Prozentpunkte gegenüber der Basis, über die %Ln Zeilen, die in beiden Läufen bewertet sind</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens for answers</source>
        <translation>%1 Token für Antworten</translation>
    </message>
    <message>
        <source>no row graded in both runs</source>
        <translation>keine Zeile in beiden Läufen bewertet</translation>
    </message>
</context>
<context>
    <name>odc::CompareExports</name>
    <message>
        <source>No folder could be made in %1</source>
        <translation>In %1 ließ sich kein Ordner anlegen</translation>
    </message>
    <message>
        <source>Export as &amp;CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>&amp;Promptfoo configuration…</source>
        <translation>&amp;Promptfoo-Konfiguration…</translation>
    </message>
    <message>
        <source>Export the comparison as CSV</source>
        <translation>Vergleich als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln Zeile in %1 geschrieben.</numerusform>
            <numerusform>%Ln Zeilen in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the Promptfoo configuration</source>
        <translation>Ordner für die Promptfoo-Konfiguration</translation>
    </message>
    <message numerus="yes">
        <source>A configuration with %Ln test(s) was written to %1.</source>
        <translation>
            <numerusform>Eine Konfiguration mit %Ln Test wurde nach %1 geschrieben.</numerusform>
            <numerusform>Eine Konfiguration mit %Ln Tests wurde nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 comparison</source>
        <comment>file name</comment>
        <translation>%1 Vergleich</translation>
    </message>
</context>
<context>
    <name>odc::CompareModel</name>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change in %1</source>
        <translation>Änderung in %1</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>Rückschritt</translation>
    </message>
    <message>
        <source>improvement</source>
        <translation>Verbesserung</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 does not have this row.</source>
        <translation>%1 hat diese Zeile nicht.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>scores of a criterion in a run: &quot;near: v14&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>odc::CompareOutputs</name>
    <message numerus="yes">
        <source>
… %Ln more character(s)</source>
        <translation>
            <numerusform>
… %Ln weiteres Zeichen</numerusform>
            <numerusform>
… %Ln weitere Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a row to see what each run answered.</source>
        <translation>Eine Zeile auswählen, um zu sehen, was jeder Lauf geantwortet hat.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>erwartet: %1</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>This run does not have the row.</source>
        <translation>Dieser Lauf hat die Zeile nicht.</translation>
    </message>
</context>
<context>
    <name>odc::ComparePane</name>
    <message>
        <source>&amp;Next regression</source>
        <translation>&amp;Nächster Rückschritt</translation>
    </message>
    <message>
        <source>&amp;Previous regression</source>
        <translation>&amp;Voriger Rückschritt</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>The runs have no items, or loading them was stopped.</source>
        <translation>Die Läufe haben keine Einträge, oder das Laden wurde angehalten.</translation>
    </message>
    <message>
        <source>This server does not hand out the items of these runs.</source>
        <translation>Dieser Server gibt die Einträge dieser Läufe nicht heraus.</translation>
    </message>
    <message>
        <source>Rows of the compared runs</source>
        <translation>Zeilen der verglichenen Läufe</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Choose two to five runs of an eval to compare them.</source>
        <translation>Zwei bis fünf Läufe eines Evals auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>only changes</source>
        <translation>nur Änderungen</translation>
    </message>
    <message>
        <source>regressions</source>
        <translation>Rückschritte</translation>
    </message>
    <message>
        <source>improvements</source>
        <translation>Verbesserungen</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>missing in a run</source>
        <translation>fehlt in einem Lauf</translation>
    </message>
    <message>
        <source>regressions in %1</source>
        <translation>Rückschritte in %1</translation>
    </message>
    <message>
        <source>in the order of a column</source>
        <translation>nach einer Spalte geordnet</translation>
    </message>
    <message>
        <source>regressions first</source>
        <translation>Rückschritte zuerst</translation>
    </message>
    <message>
        <source>regressions in %1 first</source>
        <translation>Rückschritte in %1 zuerst</translation>
    </message>
    <message>
        <source>criterion: none</source>
        <translation>Kriterium: keines</translation>
    </message>
    <message>
        <source>criterion: %1</source>
        <translation>Kriterium: %1</translation>
    </message>
    <message>
        <source>Regressions first</source>
        <translation>Rückschritte zuerst</translation>
    </message>
    <message>
        <source>Regressions in %1 first</source>
        <translation>Rückschritte in %1 zuerst</translation>
    </message>
    <message>
        <source>In the order of the data</source>
        <translation>In der Reihenfolge der Daten</translation>
    </message>
    <message>
        <source>No criterion</source>
        <translation>Kein Kriterium</translation>
    </message>
    <message>
        <source>There is no regression further down.</source>
        <translation>Weiter unten gibt es keinen Rückschritt.</translation>
    </message>
    <message>
        <source>There is no regression further up.</source>
        <translation>Weiter oben gibt es keinen Rückschritt.</translation>
    </message>
    <message>
        <source>The oldest one is the baseline, until you make another one it.</source>
        <translation>Der älteste ist die Basis, bis Sie einen anderen dazu machen.</translation>
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
    <name>odc::ContentsPane</name>
    <message>
        <source>&amp;Find in chunks</source>
        <translation>In Abschnitten &amp;suchen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>&amp;Copy chunk</source>
        <translation>Abschnitt &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>Als &amp;Text speichern…</translation>
    </message>
    <message>
        <source>&amp;Monospace</source>
        <translation>&amp;Feste Zeichenbreite</translation>
    </message>
    <message>
        <source>&amp;Refresh contents</source>
        <translation>Inhalt &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>That text is not among the chunks of this file as they are now.</source>
        <translation>Dieser Text ist nicht in den Abschnitten der Datei, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>Chunk %1 of %2</source>
        <translation>Abschnitt %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>≈ %Ln token(s)</source>
        <translation>
            <numerusform>≈ %Ln Token</numerusform>
            <numerusform>≈ %Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln repeat the chunk before</source>
        <translation>
            <numerusform>%Ln am Anfang wiederholt den vorigen Abschnitt</numerusform>
            <numerusform>die ersten %Ln wiederholen den vorigen Abschnitt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s)</source>
        <translation>
            <numerusform>%Ln Abschnitt</numerusform>
            <numerusform>%Ln Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>at most %1 tokens, %2 overlapping</source>
        <translation>höchstens %1 Token, %2 überlappend</translation>
    </message>
    <message>
        <source>Choose a file of a store to read what was made of it.</source>
        <translation>Eine Datei eines Speichers auswählen, um zu lesen, was aus ihr wurde.</translation>
    </message>
    <message>
        <source>Loading the text…</source>
        <translation>Der Text wird geladen…</translation>
    </message>
    <message>
        <source>The file is still being parsed.</source>
        <translation>Die Datei wird noch verarbeitet.</translation>
    </message>
    <message>
        <source>Its chunks can be read once the store has taken it in.</source>
        <translation>Ihre Abschnitte lassen sich lesen, sobald der Speicher sie aufgenommen hat.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>The store could not take this file in, so there is no text.</source>
        <translation>Der Speicher konnte diese Datei nicht aufnehmen, daher gibt es keinen Text.</translation>
    </message>
    <message>
        <source>Taking this file in was cancelled, so there is no text.</source>
        <translation>Das Aufnehmen dieser Datei wurde abgebrochen, daher gibt es keinen Text.</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>In dieser Datei ist kein Text.</translation>
    </message>
    <message>
        <source>The server does not hand out the text of this file, though the file is in the store.</source>
        <translation>Der Server gibt den Text dieser Datei nicht heraus, obwohl sie im Speicher ist.</translation>
    </message>
    <message>
        <source>Some servers answer so for a while, or for some files. It can still be searched.</source>
        <translation>Manche Server antworten eine Weile so, oder bei manchen Dateien. Durchsuchen lässt sie sich trotzdem.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This file is no longer in the store.</source>
        <translation>Diese Datei ist nicht mehr im Speicher.</translation>
    </message>
    <message>
        <source>The text could not be read anew: %1.</source>
        <translation>Der Text ließ sich nicht neu lesen: %1.</translation>
    </message>
    <message>
        <source>Save the text of the chunks</source>
        <translation>Text der Abschnitte speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Textdateien (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>--- chunk %1 of %2 ---</source>
        <translation>--- Abschnitt %1 von %2 ---</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) written to %1.</source>
        <translation>
            <numerusform>%Ln Abschnitt nach %1 geschrieben.</numerusform>
            <numerusform>%Ln Abschnitte nach %1 geschrieben.</numerusform>
        </translation>
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
    <name>odc::CreateCallDialog</name>
    <message>
        <source>%1, made %2</source>
        <translation>%1, erstellt %2</translation>
    </message>
</context>
<context>
    <name>odc::CreateDialog</name>
    <message>
        <source>This goes to the production profile “%1”.</source>
        <translation>Das geht an das Produktionsprofil „%1“.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This profile is read-only.</source>
        <translation>Dieses Profil ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>What you filled in would be lost.</source>
        <translation>Was eingegeben wurde, ginge verloren.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Meta&amp;data</source>
        <translation>Meta&amp;daten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Ready to create.</source>
        <translation>Bereit zum Anlegen.</translation>
    </message>
</context>
<context>
    <name>odc::CriteriaView</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Passes from</source>
        <translation>Bestanden ab</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Passing</source>
        <translation>Bestanden bei</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>In diesem Lauf</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>%1 bestanden, %2 nicht bestanden</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>odc::CurveKey</name>
    <message>
        <source>%1: click to hide or show</source>
        <translation>%1: Klick blendet aus oder ein</translation>
    </message>
</context>
<context>
    <name>odc::CurveSet</name>
    <message>
        <source>valid rises from step %1</source>
        <translation>Validierung steigt ab Schritt %1</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>full valid</source>
        <translation>volle Validierung</translation>
    </message>
</context>
<context>
    <name>odc::CurvesLegend</name>
    <message>
        <source>Curves shown</source>
        <translation>Gezeigte Kurven</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>odc::CurvesPlot</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves, Shift+drag zooms into a frame, double-click shows all. Left and Right read values, Shift with arrows moves, + and − zoom.</source>
        <translation>Das Mausrad zoomt, Ziehen verschiebt, Umschalt+Ziehen zoomt in einen Rahmen, ein Doppelklick zeigt alles. Links und Rechts lesen Werte, Umschalt mit den Pfeiltasten verschiebt, + und − zoomen.</translation>
    </message>
    <message>
        <source>time since start</source>
        <translation>Zeit seit Beginn</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>gemessen %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>odc::CurvesTableModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 Zeit</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>odc::CurvesView</name>
    <message>
        <source>Values of the curves</source>
        <translation>Werte der Kurven</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Laid side by side</source>
        <translation>Nebeneinandergelegt</translation>
    </message>
    <message>
        <source>By step</source>
        <translation>Nach Schritten</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Nach Zeit</translation>
    </message>
    <message>
        <source>By time, every run begins at its own start.</source>
        <translation>Nach Zeit beginnt jeder Lauf an seinem eigenen Anfang.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Averages each value with those before it; the values as measured stay behind it, faint.</source>
        <translation>Mittelt jeden Wert mit denen davor; die gemessenen Werte bleiben blass dahinter stehen.</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The same numbers as a table</source>
        <translation>Dieselben Zahlen als Tabelle</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>Kurven exportieren</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Zeichnung (SVG)…</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>Zahlen (CSV)…</translation>
    </message>
    <message numerus="yes">
        <source>Curves of the first %1 runs are shown; %Ln of those chosen are left out.</source>
        <translation>
            <numerusform>Gezeigt werden die Kurven der ersten %1 Läufe; %Ln der gewählten ist ausgelassen.</numerusform>
            <numerusform>Gezeigt werden die Kurven der ersten %1 Läufe; %Ln der gewählten sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>When these steps were reached is not known: choose “By step”.</source>
        <translation>Wann diese Schritte erreicht wurden, ist nicht bekannt: „Nach Schritten“ wählen.</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>Noch wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>There are no measurements of this run.</source>
        <translation>Von diesem Lauf gibt es keine Messwerte.</translation>
    </message>
    <message>
        <source>All curves are hidden: choose one above.</source>
        <translation>Alle Kurven sind ausgeblendet: oben eine wählen.</translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation>Als PNG exportieren</translation>
    </message>
    <message>
        <source>Export as SVG</source>
        <translation>Als SVG exportieren</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>The curves are written to %1.</source>
        <translation>Die Kurven sind nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Select a job to see its curves; several are laid over each other.</source>
        <translation>Einen Auftrag auswählen, um seine Kurven zu sehen; mehrere werden übereinandergelegt.</translation>
    </message>
    <message>
        <source>curves</source>
        <comment>part of a file name</comment>
        <translation>kurven</translation>
    </message>
    <message>
        <source>%1-and-%2-more</source>
        <comment>part of a file name</comment>
        <translation>%1-und-%2-weitere</translation>
    </message>
</context>
<context>
    <name>odc::DeleteEvalsJob</name>
    <message>
        <source>was already gone</source>
        <translation>war schon weg</translation>
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
    <name>odc::DeleteModelsJob</name>
    <message>
        <source>was already gone</source>
        <translation>war schon weg</translation>
    </message>
    <message>
        <source>Deleting model %1 of %2</source>
        <translation>Modell %1 von %2 wird gelöscht</translation>
    </message>
    <message>
        <source>Deleting “%1”</source>
        <translation>„%1“ wird gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s) deleted</source>
        <translation>
            <numerusform>%Ln Modell gelöscht</numerusform>
            <numerusform>%Ln Modelle gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message>
        <source>“%1” not deleted</source>
        <translation>„%1“ nicht gelöscht</translation>
    </message>
    <message>
        <source>The service did not find the model, but its list of models names it</source>
        <translation>Der Dienst fand das Modell nicht, aber seine Liste der Modelle nennt es</translation>
    </message>
</context>
<context>
    <name>odc::DeleteStoreDialog</name>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln Speicher</numerusform>
            <numerusform>%Ln Speicher</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>stores, files</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1 of PRODUCTION?</source>
        <translation>%1 der PRODUKTION löschen?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>On profile “%1”. This cannot be undone.</source>
        <translation>Im Profil „%1“. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt benutzt %1</translation>
    </message>
    <message>
        <source>What is touched</source>
        <translation>Was betroffen ist</translation>
    </message>
    <message>
        <source>Whatever searches these stores fails from then on. The index of %1 (%2) is lost; the files themselves stay, unless they are to go as well.</source>
        <translation>Was diese Speicher durchsucht, schlägt von da an fehl. Der Index von %1 (%2) geht verloren; die Dateien selbst bleiben, sofern sie nicht auch gelöscht werden sollen.</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln file(s) that you selected beside them are deleted whoever uses them.</source>
        <translation>
            <numerusform>Die %Ln daneben ausgewählte Datei wird gelöscht, gleich, wer sie benutzt.</numerusform>
            <numerusform>Die %Ln daneben ausgewählten Dateien werden gelöscht, gleich, wer sie benutzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also delete the files that no other store uses</source>
        <translation>Auch die Dateien löschen, die kein anderer Speicher benutzt</translation>
    </message>
    <message>
        <source>Reading which files other stores use: %1 of %2 stores…</source>
        <translation>Es wird gelesen, welche Dateien andere Speicher benutzen: %1 von %2 Speichern…</translation>
    </message>
    <message>
        <source>Reading which files other stores use…</source>
        <translation>Es wird gelesen, welche Dateien andere Speicher benutzen…</translation>
    </message>
    <message numerus="yes">
        <source>Also delete the %Ln file(s) that no other store uses</source>
        <translation>
            <numerusform>Auch die %Ln Datei löschen, die kein anderer Speicher benutzt</numerusform>
            <numerusform>Auch die %Ln Dateien löschen, die kein anderer Speicher benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be read: any file may be in use there, so none is deleted.</source>
        <translation>Nicht lesbar: %1. Dort könnte jede Datei benutzt sein, daher wird keine gelöscht.</translation>
    </message>
    <message>
        <source>There are no files in them.</source>
        <translation>In ihnen sind keine Dateien.</translation>
    </message>
    <message>
        <source>Other stores use all of their files.</source>
        <translation>Andere Speicher benutzen alle ihre Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay, because other stores use them.</source>
        <translation>
            <numerusform>%Ln Datei bleibt, weil andere Speicher sie benutzen.</numerusform>
            <numerusform>%Ln Dateien bleiben, weil andere Speicher sie benutzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other store uses any of them.</source>
        <translation>Kein anderer Speicher benutzt eine davon.</translation>
    </message>
    <message>
        <source>Not all files of %1 could be read; what was not read stays.</source>
        <translation>Nicht alle Dateien von %1 waren lesbar; was nicht gelesen wurde, bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these files are the input or results of a batch.</source>
        <translation>
            <numerusform>%Ln dieser Dateien ist Eingabe oder Ergebnis eines Batches.</numerusform>
            <numerusform>%Ln dieser Dateien sind Eingabe oder Ergebnis eines Batches.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>%Ln löschen</numerusform>
            <numerusform>%Ln löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Whatever searches this store fails from then on. The index of %1 (%2) is lost; the files themselves stay, unless they are to go as well.</source>
        <translation>Was diesen Speicher durchsucht, schlägt von da an fehl. Der Index von %1 (%2) geht verloren; die Dateien selbst bleiben, sofern sie nicht auch gelöscht werden sollen.</translation>
    </message>
    <message>
        <source>There are no files in it.</source>
        <translation>Er enthält keine Dateien.</translation>
    </message>
    <message>
        <source>Other stores use all of its files.</source>
        <translation>Andere Speicher benutzen alle seine Dateien.</translation>
    </message>
    <message>
        <source>Type %1 (%2) to confirm</source>
        <translation>Zur Bestätigung %1 (%2) eingeben</translation>
    </message>
</context>
<context>
    <name>odc::DeletionUses</name>
    <message>
        <source>Nothing uses them.</source>
        <translation>Nichts benutzt sie.</translation>
    </message>
    <message>
        <source>Nothing is known to use them.</source>
        <translation>Soweit bekannt, benutzt sie nichts.</translation>
    </message>
    <message>
        <source>What uses them is not known.</source>
        <translation>Was sie verwendet, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>odc::DesktopNotifications</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>odc::DetachFilesJob</name>
    <message>
        <source>was not in there any more</source>
        <translation>war nicht mehr darin</translation>
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
    <message numerus="yes">
        <source>One of %Ln selected</source>
        <translation>
            <numerusform>Ein Objekt von %Ln ausgewählten</numerusform>
            <numerusform>Eines von %Ln ausgewählten</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks stuck · %1</source>
        <translation>Hängt wohl fest · %1</translation>
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
    <name>odc::EvalCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln run(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Lauf der PRODUKTION abbrechen?</numerusform>
            <numerusform>%Ln Läufe der PRODUKTION abbrechen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)?</source>
        <translation>
            <numerusform>%Ln Lauf abbrechen?</numerusform>
            <numerusform>%Ln Läufe abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Items that have been through keep their results; the others get none. A cancelled run cannot be taken up again.</source>
        <translation>Einträge, die schon durch sind, behalten ihre Ergebnisse; die anderen bekommen keine. Ein abgebrochener Lauf lässt sich nicht wieder aufnehmen.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf abbrechen</numerusform>
            <numerusform>%Ln Läufe abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>“%1” could not be cancelled: %2.</source>
        <translation>„%1“ konnte nicht abgebrochen werden: %2.</translation>
    </message>
    <message>
        <source>Whether “%1” was cancelled is not known: %2.</source>
        <translation>Ob „%1“ abgebrochen wurde, ist ungewiss: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %Ln run(s)</source>
        <translation>
            <numerusform>%1 mit %Ln Lauf</numerusform>
            <numerusform>%1 mit %Ln Läufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln Eval</numerusform>
            <numerusform>%Ln Evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Delete %1 of PRODUCTION?</source>
        <translation>%1 der PRODUKTION löschen?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>On profile “%1”. This cannot be undone.</source>
        <translation>Im Profil „%1“. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>With the evals go their %Ln run(s) and all results of these.</source>
        <translation>
            <numerusform>Mit den Evals verschwindet ihr %Ln Lauf samt allen Ergebnissen.</numerusform>
            <numerusform>Mit den Evals verschwinden ihre %Ln Läufe samt allen Ergebnissen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All results of what is deleted go with it.</source>
        <translation>Alle Ergebnisse des Gelöschten verschwinden mit.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>%Ln löschen</numerusform>
            <numerusform>%Ln löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” had ended before it could be cancelled.</source>
        <translation>„%1“ war zu Ende, bevor er abgebrochen werden konnte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the runs still run; what they cost so far is lost.</source>
        <translation>
            <numerusform>%Ln der Läufe läuft noch; was er bisher gekostet hat, ist verloren.</numerusform>
            <numerusform>%Ln der Läufe laufen noch; was sie bisher gekostet haben, ist verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EvalDetails</name>
    <message>
        <source>Select an eval or a run to see what it is.</source>
        <translation>Ein Eval oder einen Lauf auswählen, um zu sehen, was es ist.</translation>
    </message>
    <message>
        <source>The object as JSON</source>
        <translation>Das Objekt als JSON</translation>
    </message>
    <message>
        <source>By criterion</source>
        <translation>Nach Kriterium</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Kriterien</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>Item fields</source>
        <translation>Felder der Einträge</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Latest run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Best run</source>
        <translation>Bester Lauf</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Mit Fehler</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Eval</source>
        <translation>Eval</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>criterion</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>%1 bestanden, %2 nicht bestanden</translation>
    </message>
    <message numerus="yes">
        <source>Compare %Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf vergleichen</numerusform>
            <numerusform>%Ln Läufe vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Latest runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Items from</source>
        <translation>Einträge aus</translation>
    </message>
</context>
<context>
    <name>odc::EvalEditDialog</name>
    <message>
        <source>Name and metadata</source>
        <translation>Name und Metadaten</translation>
    </message>
    <message>
        <source>Nothing else of an eval can be changed: its data source and criteria stay as they were made.</source>
        <translation>Sonst lässt sich an einem Eval nichts ändern: Datenquelle und Kriterien bleiben, wie sie angelegt wurden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>At most %1 pairs; these are %2.</source>
        <translation>Höchstens %1 Paare; hier sind es %2.</translation>
    </message>
    <message>
        <source>The value “%1” has no key.</source>
        <translation>Der Wert „%1“ hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The key “%1…” is longer than %2 characters.</source>
        <translation>Der Schlüssel „%1…“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>The value of “%1” is longer than %2 characters: %3.</source>
        <translation>Der Wert von „%1“ ist länger als %2 Zeichen: %3.</translation>
    </message>
    <message>
        <source>The key “%1” is there twice.</source>
        <translation>Der Schlüssel „%1“ kommt doppelt vor.</translation>
    </message>
    <message>
        <source>The eval could not be changed: %1. %2</source>
        <translation>Das Eval konnte nicht geändert werden: %1. %2</translation>
    </message>
</context>
<context>
    <name>odc::EvalFilePane</name>
    <message>
        <source>File with the rows, or its id</source>
        <translation>Datei mit den Zeilen oder ihre ID</translation>
    </message>
    <message>
        <source>Upload a file…</source>
        <translation>Datei hochladen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) were looked at</source>
        <translation>
            <numerusform>%Ln Zeile vom Anfang wurde geprüft</numerusform>
            <numerusform>Die ersten %Ln Zeilen wurden geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of the file: %2.</source>
        <translation>Zeile %1 der Datei: %2.</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>In dieser Datei gibt es keine Zeilen.</translation>
    </message>
    <message>
        <source>%1; all fit the schema.</source>
        <translation>%1; alle passen zum Schema.</translation>
    </message>
    <message>
        <source>Upload rows</source>
        <translation>Zeilen hochladen</translation>
    </message>
</context>
<context>
    <name>odc::EvalRunsModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 with errors, of %4</source>
        <translation>%1 bestanden, %2 nicht bestanden, %3 mit Fehler, von %4</translation>
    </message>
</context>
<context>
    <name>odc::EvalTreeModel</name>
    <message>
        <source>Eval / run</source>
        <translation>Eval / Lauf</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>runs not loaded</source>
        <translation>Läufe nicht geladen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unfinished</source>
        <translation>
            <numerusform>%Ln nicht beendet</numerusform>
            <numerusform>%Ln nicht beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::EvalTreePane</name>
    <message>
        <source>Filter evals and runs</source>
        <translation>Evals und Läufe filtern</translation>
    </message>
    <message>
        <source>Words look everywhere, in evals and in runs. status:failed looks in one field, -word leaves out.
errored&gt;0, tokens&gt;10000 and created&lt;7d compare.</source>
        <translation>Wörter suchen überall, in Evals und in Läufen. status:failed sucht in einem Feld, -wort schließt aus.
errored&gt;0, tokens&gt;10000 und created&lt;7d vergleichen.</translation>
    </message>
</context>
<context>
    <name>odc::EvalsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Kriterien</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>odc::EvalsPage</name>
    <message>
        <source>Evals</source>
        <translation>Evals</translation>
    </message>
    <message>
        <source>&amp;New eval…</source>
        <translation>&amp;Neues Eval…</translation>
    </message>
    <message>
        <source>D&amp;uplicate eval…</source>
        <translation>Eval &amp;duplizieren…</translation>
    </message>
    <message>
        <source>Ne&amp;w run…</source>
        <translation>Neuer Lau&amp;f…</translation>
    </message>
    <message>
        <source>Re&amp;peat run…</source>
        <translation>Lauf &amp;wiederholen…</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>U&amp;mbenennen…</translation>
    </message>
    <message>
        <source>E&amp;dit metadata…</source>
        <translation>Metadaten bea&amp;rbeiten…</translation>
    </message>
    <message>
        <source>Cancel run…</source>
        <translation>Lauf abbrechen…</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Sh&amp;ow items</source>
        <translation>Einträg&amp;e zeigen</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Open report in browser</source>
        <translation>Bericht im Browser öffnen</translation>
    </message>
    <message>
        <source>Arc&amp;hive…</source>
        <translation>Arc&amp;hivieren…</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Evals and runs</source>
        <translation>Evals und Läufe</translation>
    </message>
    <message>
        <source>Filter evals and runs</source>
        <translation>Evals und Läufe filtern</translation>
    </message>
    <message>
        <source>This server has no evals area any more.</source>
        <translation>Dieser Server hat keinen Bereich für Evals mehr.</translation>
    </message>
    <message>
        <source>There are no evals here yet.</source>
        <translation>Hier sind noch keine Evals.</translation>
    </message>
    <message>
        <source>An eval grades answers by criteria you set. Make one, or start with some sample data.</source>
        <translation>Ein Eval bewertet Antworten nach eigenen Kriterien. Eines anlegen oder mit Beispieldaten beginnen.</translation>
    </message>
    <message>
        <source>An eval grades answers by criteria you set.</source>
        <translation>Ein Eval bewertet Antworten nach eigenen Kriterien.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln runs are compared at a time.</source>
        <translation>
            <numerusform>Höchstens %Ln Lauf wird auf einmal verglichen.</numerusform>
            <numerusform>Höchstens %Ln Läufe werden auf einmal verglichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>D&amp;elete %Ln…</source>
        <translation>
            <numerusform>%Ln &amp;löschen…</numerusform>
            <numerusform>%Ln &amp;löschen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Evals, their runs and how each did: loading…</source>
        <translation>Evals, ihre Läufe und deren Ergebnisse: wird geladen…</translation>
    </message>
    <message>
        <source>Evals, their runs and how each did: what passes, what fails, what got worse.</source>
        <translation>Evals, ihre Läufe und deren Ergebnisse: was besteht, was nicht besteht, was schlechter wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval(s)</source>
        <translation>
            <numerusform>%Ln Eval</numerusform>
            <numerusform>%Ln Evals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) so far</source>
        <translation>
            <numerusform>bisher %Ln Lauf</numerusform>
            <numerusform>bisher %Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Side by side; the oldest is the baseline until another is made it</source>
        <translation>Nebeneinander; der älteste ist die Basis, bis ein anderer dazu gemacht wird</translation>
    </message>
    <message>
        <source>Make &amp;baseline</source>
        <translation>Zur &amp;Basis machen</translation>
    </message>
    <message numerus="yes">
        <source>Runs are compared within one eval: %Ln run(s) of “%1” are not ticked any more.</source>
        <translation>
            <numerusform>Läufe werden innerhalb eines Evals verglichen: %Ln Lauf von „%1“ ist nicht mehr angehakt.</numerusform>
            <numerusform>Läufe werden innerhalb eines Evals verglichen: %Ln Läufe von „%1“ sind nicht mehr angehakt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 shown</source>
        <comment>evals and runs</comment>
        <translation>%1 und %2 gezeigt</translation>
    </message>
</context>
<context>
    <name>odc::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, see QDate</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>odc::EventsPane</name>
    <message>
        <source>level: any</source>
        <translation>Stufe: alle</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>level: %1</source>
        <translation>Stufe: %1</translation>
    </message>
    <message>
        <source>type: any</source>
        <translation>Typ: alle</translation>
    </message>
    <message>
        <source>type: messages</source>
        <translation>Typ: Meldungen</translation>
    </message>
    <message>
        <source>type: metrics</source>
        <translation>Typ: Kennzahlen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>The job is not there any more.</source>
        <translation>Der Auftrag ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>Dem Ende folgen</translation>
    </message>
    <message>
        <source>The newest event stays in view; scrolling up or selecting one lets go of it</source>
        <translation>Das neueste Ereignis bleibt im Blick; Hochrollen oder Auswählen eines Ereignisses löst sich davon</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln event(s)</source>
        <translation>
            <numerusform>%1 von %Ln Ereignis</numerusform>
            <numerusform>%1 von %Ln Ereignissen</numerusform>
        </translation>
    </message>
    <message>
        <source>reading older ones…</source>
        <translation>ältere werden gelesen…</translation>
    </message>
</context>
<context>
    <name>odc::ExpiryEdit</name>
    <message>
        <source>When the files expire</source>
        <translation>Wann die Dateien ablaufen</translation>
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
    <name>odc::FigureCard</name>
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
    <message>
        <source>The file %1 is not there any more.</source>
        <translation>Die Datei %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2.</source>
        <translation>Die Datei %1 konnte nicht gelesen werden: %2.</translation>
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
    <name>odc::FilePicker</name>
    <message>
        <source>Filter files</source>
        <translation>Dateien filtern</translation>
    </message>
    <message>
        <source>Filter: name, id, size&gt;10MB …</source>
        <translation>Filter: Name, ID, size&gt;10MB …</translation>
    </message>
    <message>
        <source>Files of the project</source>
        <translation>Dateien des Projekts</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) chosen</source>
        <translation>
            <numerusform>%Ln Datei ausgewählt</numerusform>
            <numerusform>%Ln Dateien ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>The files could not be listed: %1.</source>
        <translation>Die Dateien ließen sich nicht auflisten: %1.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This project has no files yet.</source>
        <translation>Dieses Projekt hat noch keine Dateien.</translation>
    </message>
    <message>
        <source>at most %1; more can be added afterwards</source>
        <translation>höchstens %1; weitere lassen sich danach aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen, %1</source>
        <translation>
            <numerusform>%Ln ausgewählt, %1</numerusform>
            <numerusform>%Ln ausgewählt, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading the project&apos;s files…</source>
        <translation>Die Dateien des Projekts werden geladen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No file matches.</source>
        <translation>Keine Datei passt.</translation>
    </message>
</context>
<context>
    <name>odc::FilePickerDialog</name>
    <message>
        <source>Choose files of the project</source>
        <translation>Dateien des Projekts auswählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message numerus="yes">
        <source>Choose %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei auswählen</numerusform>
            <numerusform>%Ln Dateien auswählen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file of the project</source>
        <translation>Eine Datei des Projekts wählen</translation>
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
    <message>
        <source>Open all lines</source>
        <translation>Alle Zeilen öffnen</translation>
    </message>
    <message>
        <source>Fetches the whole file and opens it in a window of its own</source>
        <translation>Holt die ganze Datei und öffnet sie in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
    <message>
        <source>New &amp;batch of this file…</source>
        <translation>Neuer &amp;Batch aus dieser Datei …</translation>
    </message>
    <message>
        <source>Add to vector st&amp;ore…</source>
        <translation>In Ve&amp;ktorspeicher aufnehmen…</translation>
    </message>
    <message>
        <source>&amp;Fine-tune with this file…</source>
        <translation>&amp;Feinabstimmung mit dieser Datei…</translation>
    </message>
    <message>
        <source>Clea&amp;n up…</source>
        <translation>Aufräu&amp;men…</translation>
    </message>
    <message>
        <source>Clean-up that stopped</source>
        <translation>Angehaltenes Aufräumen</translation>
    </message>
    <message>
        <source>Go on with the clean-up</source>
        <translation>Aufräumen fortsetzen</translation>
    </message>
    <message>
        <source>Look at the clean-up that stopped</source>
        <translation>Angehaltenes Aufräumen ansehen</translation>
    </message>
    <message>
        <source>Forget the clean-up that stopped</source>
        <translation>Angehaltenes Aufräumen vergessen</translation>
    </message>
</context>
<context>
    <name>odc::FilterBuilder</name>
    <message>
        <source>Only files whose attributes fulfil this are searched.</source>
        <translation>Nur Dateien, deren Attribute dies erfüllen, werden durchsucht.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Filter as JSON</source>
        <translation>Filter als JSON</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles leeren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>A filter is an object.</source>
        <translation>Ein Filter ist ein Objekt.</translation>
    </message>
    <message>
        <source>The conditions keep what was last understood.</source>
        <translation>Die Bedingungen behalten, was zuletzt verstanden wurde.</translation>
    </message>
    <message>
        <source>Every file is searched.</source>
        <translation>Jede Datei wird durchsucht.</translation>
    </message>
</context>
<context>
    <name>odc::FilterConditionEdit</name>
    <message>
        <source>eq – equals</source>
        <translation>eq – gleich</translation>
    </message>
    <message>
        <source>ne – differs</source>
        <translation>ne – ungleich</translation>
    </message>
    <message>
        <source>gt – greater</source>
        <translation>gt – größer</translation>
    </message>
    <message>
        <source>gte – at least</source>
        <translation>gte – mindestens</translation>
    </message>
    <message>
        <source>lt – less</source>
        <translation>lt – kleiner</translation>
    </message>
    <message>
        <source>lte – at most</source>
        <translation>lte – höchstens</translation>
    </message>
    <message>
        <source>in – one of</source>
        <translation>in – eines von</translation>
    </message>
    <message>
        <source>nin – none of</source>
        <translation>nin – keines von</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Kind of the value</source>
        <translation>Art des Werts</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>Bedingung entfernen</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>Values with commas between</source>
        <translation>Werte mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is no list of numbers.</source>
        <translation>„%1“ ist keine Liste von Zahlen.</translation>
    </message>
    <message>
        <source>“%1” is no JSON.</source>
        <translation>„%1“ ist kein JSON.</translation>
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
    <name>odc::FilterGroupEdit</name>
    <message>
        <source>How the conditions are joined</source>
        <translation>Wie die Bedingungen verknüpft sind</translation>
    </message>
    <message>
        <source>All of these hold (and)</source>
        <translation>Alle davon gelten (und)</translation>
    </message>
    <message>
        <source>Any of these holds (or)</source>
        <translation>Eine davon gilt (oder)</translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>Gruppe entfernen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Eine Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Eine Gruppe hinzufügen</translation>
    </message>
</context>
<context>
    <name>odc::FilterOtherView</name>
    <message>
        <source>Cannot be shown as conditions:</source>
        <translation>Nicht als Bedingungen darstellbar:</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>Diesen Teil entfernen</translation>
    </message>
</context>
<context>
    <name>odc::FindBar</name>
    <message>
        <source>Find in text</source>
        <translation>Im Text suchen</translation>
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
    <name>odc::FindBarBase</name>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
</context>
<context>
    <name>odc::FindingsModel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Code of the service</source>
        <translation>Code des Dienstes</translation>
    </message>
</context>
<context>
    <name>odc::FindingsTable</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
</context>
<context>
    <name>odc::FineTuningCommands</name>
    <message numerus="yes">
        <source>Cancel %Ln job(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Auftrag der PRODUKTION abbrechen?</numerusform>
            <numerusform>%Ln Aufträge der PRODUKTION abbrechen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)?</source>
        <translation>
            <numerusform>%Ln Auftrag abbrechen?</numerusform>
            <numerusform>%Ln Aufträge abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>No model comes of a cancelled job, and it cannot be taken up again.</source>
        <translation>Aus einem abgebrochenen Auftrag wird kein Modell, und er lässt sich nicht wieder aufnehmen.</translation>
    </message>
    <message>
        <source>What was trained since the last checkpoint is lost, and is paid for. Checkpoints stay. To stop for a while, pause instead.</source>
        <translation>Was seit dem letzten Checkpoint trainiert wurde, geht verloren und wird bezahlt. Checkpoints bleiben. Um nur eine Weile auszusetzen, stattdessen anhalten.</translation>
    </message>
    <message>
        <source>Nothing was trained yet.</source>
        <translation>Noch wurde nichts trainiert.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag abbrechen</numerusform>
            <numerusform>%Ln Aufträge abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln model(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Modell der PRODUKTION löschen?</numerusform>
            <numerusform>%Ln Modelle der PRODUKTION löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln model(s)?</source>
        <translation>
            <numerusform>%Ln Modell löschen?</numerusform>
            <numerusform>%Ln Modelle löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>A deleted model cannot be brought back, only trained anew.</source>
        <translation>Ein gelöschtes Modell lässt sich nicht zurückholen, nur neu trainieren.</translation>
    </message>
    <message>
        <source>Every program that names it gets an error from then on. The job, its events and its files stay. The service lets only owners of the organisation do this.</source>
        <translation>Jedes Programm, das es nennt, bekommt von da an einen Fehler. Der Auftrag, seine Ereignisse und seine Dateien bleiben. Der Dienst erlaubt das nur Eigentümern der Organisation.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln model(s)</source>
        <translation>
            <numerusform>%Ln Modell löschen</numerusform>
            <numerusform>%Ln Modelle löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) train it further now</source>
        <translation>
            <numerusform>%Ln Auftrag trainiert es gerade weiter</numerusform>
            <numerusform>%Ln Aufträge trainieren es gerade weiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln eval run(s) ask it now</source>
        <translation>
            <numerusform>%Ln Eval-Lauf fragt es gerade</numerusform>
            <numerusform>%Ln Eval-Läufe fragen es gerade</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::FineTuningDetails</name>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Learning rate ×</source>
        <translation>Lernrate ×</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Compute ×</source>
        <translation>Rechenaufwand ×</translation>
    </message>
    <message>
        <source>Steps between evals</source>
        <translation>Schritte zwischen Auswertungen</translation>
    </message>
    <message>
        <source>Samples an eval</source>
        <translation>Antworten je Auswertung</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>noch nicht entschieden</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Select a job to see what it is.</source>
        <translation>Einen Auftrag auswählen, um zu sehen, was er ist.</translation>
    </message>
    <message>
        <source>The job as JSON</source>
        <translation>Der Auftrag als JSON</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Fine-tuned model</source>
        <translation>Angepasstes Modell</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Grader</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Trained tokens</source>
        <translation>Trainierte Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Suffix</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation>Hyperparameter</translation>
    </message>
    <message>
        <source>Results of %1</source>
        <translation>Ergebnisse von %1</translation>
    </message>
    <message>
        <source>Training file of %1</source>
        <translation>Trainingsdatei von %1</translation>
    </message>
    <message>
        <source>Validation file of %1</source>
        <translation>Validierungsdatei von %1</translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation>E&amp;reignisse</translation>
    </message>
    <message>
        <source>Chec&amp;kpoints</source>
        <translation>Chec&amp;kpoints</translation>
    </message>
    <message>
        <source>Permissi&amp;ons</source>
        <translation>Berechtigun&amp;gen</translation>
    </message>
    <message>
        <source>%1 (deleted)</source>
        <comment>a model</comment>
        <translation>%1 (gelöscht)</translation>
    </message>
    <message>
        <source>no price of training for this model in the preferences</source>
        <translation>kein Preis für das Training dieses Modells in den Einstellungen</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <comment>money</comment>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>The trained tokens at the prices in the preferences: an estimate. The bill may differ.</source>
        <translation>Die trainierten Token zu den Preisen in den Einstellungen: eine Schätzung. Die Rechnung kann abweichen.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>not said by the server</source>
        <translation>sagt der Server nicht</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) unreadable</source>
        <translation>
            <numerusform>%Ln Zeile nicht lesbar</numerusform>
            <numerusform>%Ln Zeilen nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Results %1</source>
        <translation>Ergebnisse %1</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none when it was archived</source>
        <translation>keine, als archiviert wurde</translation>
    </message>
    <message>
        <source>when the job has succeeded</source>
        <translation>wenn der Auftrag erfolgreich war</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>odc::FineTuningHeadline</name>
    <message>
        <source>The archive holds it as it was then. What became of it only the service knows.</source>
        <translation>Das Archiv enthält ihn, wie er damals war. Was aus ihm wurde, weiß nur der Dienst.</translation>
    </message>
    <message>
        <source>The service reads the files. Nothing is trained before they are found in order.</source>
        <translation>Der Dienst liest die Dateien. Nichts wird trainiert, bevor sie in Ordnung befunden sind.</translation>
    </message>
    <message>
        <source>It waits for its turn. Nothing was trained yet.</source>
        <translation>Er wartet, bis er an der Reihe ist. Noch wurde nichts trainiert.</translation>
    </message>
    <message>
        <source>A checkpoint is kept at the end of each epoch. What was trained until it is paused or cancelled is paid for.</source>
        <translation>Am Ende jeder Epoche wird ein Checkpoint behalten. Was bis zum Anhalten oder Abbrechen trainiert wurde, wird bezahlt.</translation>
    </message>
    <message>
        <source>It stands still and goes on from here when it is resumed.</source>
        <translation>Er steht still und geht von hier aus weiter, wenn er fortgesetzt wird.</translation>
    </message>
    <message>
        <source>There is no model of it. Checkpoints that were kept before can be used as models.</source>
        <translation>Es gibt kein Modell daraus. Zuvor behaltene Checkpoints lassen sich als Modelle benutzen.</translation>
    </message>
    <message>
        <source>The service names no model that came of it.</source>
        <translation>Der Dienst nennt kein Modell, das daraus hervorging.</translation>
    </message>
    <message>
        <source>Its model can be used by name wherever a model is named.</source>
        <translation>Sein Modell lässt sich überall, wo ein Modell angegeben wird, mit seinem Namen benutzen.</translation>
    </message>
    <message>
        <source>The console does not know this state. It is looked at again from time to time.</source>
        <translation>Diesen Zustand kennt die Konsole nicht. Sie sieht von Zeit zu Zeit wieder nach.</translation>
    </message>
    <message>
        <source>Mend the training file, upload it, and make a new job like this one. The form checks every line before.</source>
        <translation>Die Trainingsdatei in Ordnung bringen, hochladen und einen neuen Auftrag wie diesen erstellen. Das Formular prüft vorher jede Zeile.</translation>
    </message>
    <message>
        <source>Mend the validation file, upload it, and make a new job like this one. The form checks every line before.</source>
        <translation>Die Validierungsdatei in Ordnung bringen, hochladen und einen neuen Auftrag wie diesen erstellen. Das Formular prüft vorher jede Zeile.</translation>
    </message>
    <message>
        <source>See to the account&apos;s limits or credit, then make a new job like this one.</source>
        <translation>Grenzen oder Guthaben des Kontos prüfen, dann einen neuen Auftrag wie diesen erstellen.</translation>
    </message>
    <message>
        <source>The events say what came before. A new job like this one begins anew; checkpoints that were kept can be used.</source>
        <translation>Die Ereignisse sagen, was vorausging. Ein neuer Auftrag wie dieser beginnt von vorn; behaltene Checkpoints lassen sich benutzen.</translation>
    </message>
    <message>
        <source>took %1</source>
        <comment>a length of time</comment>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>New job like this…</source>
        <translation>Neuer Auftrag wie dieser…</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Its model was deleted. It can only be trained anew.</source>
        <translation>Sein Modell wurde gelöscht. Es kann nur neu trainiert werden.</translation>
    </message>
</context>
<context>
    <name>odc::FineTuningJobsModel</name>
    <message>
        <source>checking files</source>
        <translation>prüft Dateien</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Fine-tuned model</source>
        <translation>Angepasstes Modell</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>Trainingsdatei</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Validierungsdatei</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Suffix</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>By the time that the server expects it to take</source>
        <translation>Nach der Zeit, mit der der Server rechnet</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Beendet: %1</translation>
    </message>
    <message>
        <source>Expected by the server: %1</source>
        <translation>Vom Server erwartet: %1</translation>
    </message>
    <message>
        <source>At the pace of its last steps: %1</source>
        <translation>Beim Tempo der letzten Schritte: %1</translation>
    </message>
    <message>
        <source>%1 tokens trained</source>
        <translation>%1 Token trainiert</translation>
    </message>
    <message>
        <source>was %1 when archived</source>
        <comment>a state: running</comment>
        <translation>war beim Archivieren: %1</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>a state: running</comment>
        <translation>war: %1</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>a length of time</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>supervised</source>
        <comment>the method where none is named</comment>
        <translation>überwacht</translation>
    </message>
    <message>
        <source>DPO</source>
        <translation>DPO</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>überwacht</translation>
    </message>
    <message>
        <source>reinforcement</source>
        <translation>bestärkend</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
</context>
<context>
    <name>odc::FineTuningPage</name>
    <message>
        <source>&amp;New job…</source>
        <translation>&amp;Neuer Auftrag…</translation>
    </message>
    <message>
        <source>Ne&amp;w job like this…</source>
        <translation>Neuer Auftrag &amp;wie dieser…</translation>
    </message>
    <message>
        <source>S&amp;how events</source>
        <translation>Er&amp;eignisse zeigen</translation>
    </message>
    <message>
        <source>Copy &amp;model name</source>
        <translation>&amp;Modellnamen kopieren</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel jo&amp;b…</source>
        <translation>Auftrag a&amp;bbrechen…</translation>
    </message>
    <message>
        <source>&amp;Delete model…</source>
        <translation>Modell &amp;löschen…</translation>
    </message>
    <message>
        <source>The same model, files, method and settings, to be changed before anything is sent</source>
        <translation>Modell, Dateien, Methode und Einstellungen wie hier; vor dem Senden lässt sich alles ändern</translation>
    </message>
    <message>
        <source>status: any</source>
        <translation>Status: alle</translation>
    </message>
    <message>
        <source>status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>method: any</source>
        <translation>Methode: alle</translation>
    </message>
    <message>
        <source>method: %1</source>
        <translation>Methode: %1</translation>
    </message>
    <message>
        <source>model: any</source>
        <translation>Modell: alle</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Drop a training file to fine-tune with it</source>
        <translation>Trainingsdatei ablegen, um mit ihr ein Modell anzupassen</translation>
    </message>
    <message>
        <source>Its lines are checked first; nothing is sent before you say so.</source>
        <translation>Ihre Zeilen werden erst geprüft; vor der Zustimmung wird nichts gesendet.</translation>
    </message>
    <message>
        <source>A training file is one of JSON lines, and its name ends in .jsonl.</source>
        <translation>Eine Trainingsdatei besteht aus JSON-Zeilen, und ihr Name endet auf .jsonl.</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Models trained with examples of your own: loading…</source>
        <translation>Modelle, mit eigenen Beispielen trainiert: wird geladen…</translation>
    </message>
    <message>
        <source>Models trained with examples of your own, watched while they learn.</source>
        <translation>Modelle, mit eigenen Beispielen trainiert und beim Lernen beobachtet.</translation>
    </message>
    <message>
        <source>Fine-tuning jobs</source>
        <translation>Feinabstimmungsaufträge</translation>
    </message>
    <message>
        <source>Filter: status, model, metadata …</source>
        <translation>Filter: Status, Modell, Metadaten …</translation>
    </message>
    <message>
        <source>This server has no fine-tuning area.</source>
        <translation>Dieser Server hat keinen Bereich für die Feinabstimmung.</translation>
    </message>
    <message>
        <source>There are no fine-tuning jobs here yet.</source>
        <translation>Hier gibt es noch keine Aufträge zur Feinabstimmung.</translation>
    </message>
    <message>
        <source>A job trains a model with a file of examples. Make one, or start with some sample data.</source>
        <translation>Ein Auftrag trainiert ein Modell mit einer Datei voller Beispiele. Einen erstellen oder mit Beispieldaten beginnen.</translation>
    </message>
    <message>
        <source>A job trains a model with a file of examples.</source>
        <translation>Ein Auftrag trainiert ein Modell mit einer Datei voller Beispiele.</translation>
    </message>
    <message>
        <source>The profile is read-only.</source>
        <translation>Das Profil ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>No job is selected.</source>
        <translation>Kein Auftrag ist ausgewählt.</translation>
    </message>
    <message>
        <source>No model came of it: the job is %1.</source>
        <translation>Kein Modell ging daraus hervor. Zustand des Auftrags: %1.</translation>
    </message>
    <message>
        <source>No model came of them.</source>
        <translation>Kein Modell ging aus ihnen hervor.</translation>
    </message>
    <message>
        <source>Only a running job can be paused; this one is %1.</source>
        <translation>Nur ein laufender Auftrag lässt sich anhalten. Zustand von diesem: %1.</translation>
    </message>
    <message>
        <source>None of them is running.</source>
        <translation>Keiner von ihnen läuft.</translation>
    </message>
    <message>
        <source>Only a paused job can be resumed; this one is %1.</source>
        <translation>Nur ein angehaltener Auftrag lässt sich fortsetzen. Zustand von diesem: %1.</translation>
    </message>
    <message>
        <source>None of them is paused.</source>
        <translation>Keiner von ihnen ist angehalten.</translation>
    </message>
    <message>
        <source>It has ended already: the job is %1.</source>
        <translation>Er ist schon zu Ende. Zustand des Auftrags: %1.</translation>
    </message>
    <message>
        <source>All of them have ended already.</source>
        <translation>Alle sind schon zu Ende.</translation>
    </message>
    <message>
        <source>The model is deleted already.</source>
        <translation>Das Modell ist schon gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>Pa&amp;use %Ln</source>
        <translation>
            <numerusform>%Ln an&amp;halten</numerusform>
            <numerusform>%Ln an&amp;halten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R&amp;esume %Ln</source>
        <translation>
            <numerusform>%Ln &amp;fortsetzen</numerusform>
            <numerusform>%Ln &amp;fortsetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln jo&amp;b(s)…</source>
        <translation>
            <numerusform>%Ln Auftrag a&amp;bbrechen…</numerusform>
            <numerusform>%Ln Aufträge a&amp;bbrechen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln model(s)…</source>
        <translation>
            <numerusform>%Ln Modell &amp;löschen…</numerusform>
            <numerusform>%Ln Modelle &amp;löschen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading what was measured…</source>
        <translation>Messwerte werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not ended when archived</source>
        <translation>
            <numerusform>%Ln beim Archivieren nicht beendet</numerusform>
            <numerusform>%Ln beim Archivieren nicht beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>hosted jobs can be created until %1</source>
        <translation>beim Dienst lassen sich bis %1 Aufträge erstellen</translation>
    </message>
    <message>
        <source>hosted jobs cannot be created since %1</source>
        <translation>beim Dienst lassen sich seit %1 keine Aufträge mehr erstellen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 tokens trained</source>
        <translation>%1, %2 Token trainiert</translation>
    </message>
    <message>
        <source>The service takes no new fine-tuning jobs from this account. Jobs and models that are there stay.</source>
        <translation>Der Dienst nimmt von diesem Konto keine neuen Aufträge zur Feinabstimmung an. Vorhandene Aufträge und Modelle bleiben.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Er sagt: %1</translation>
    </message>
</context>
<context>
    <name>odc::GatherDialog</name>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
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
        <source>%Ln hidden left out</source>
        <translation>
            <numerusform>%Ln versteckte ausgelassen</numerusform>
            <numerusform>%Ln versteckte ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) not followed</source>
        <translation>
            <numerusform>%Ln Verknüpfung nicht verfolgt</numerusform>
            <numerusform>%Ln Verknüpfungen nicht verfolgt</numerusform>
        </translation>
    </message>
    <message>
        <source>only the first %1 are shown</source>
        <translation>nur die ersten %1 werden gezeigt</translation>
    </message>
</context>
<context>
    <name>odc::GradersPane</name>
    <message>
        <source>Add grader</source>
        <translation>Bewerter hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate grader</source>
        <translation>Bewerter duplizieren</translation>
    </message>
    <message>
        <source>Remove grader</source>
        <translation>Bewerter entfernen</translation>
    </message>
    <message>
        <source>Move grader up</source>
        <translation>Bewerter nach oben</translation>
    </message>
    <message>
        <source>Move grader down</source>
        <translation>Bewerter nach unten</translation>
    </message>
    <message>
        <source>Add a grader: it says which answers pass.</source>
        <translation>Einen Bewerter hinzufügen: Er sagt, welche Antworten bestehen.</translation>
    </message>
    <message>
        <source>Try on sample rows…</source>
        <translation>An Beispielzeilen ausprobieren…</translation>
    </message>
    <message>
        <source>Graders</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>Add a grader: it says how good an answer is.</source>
        <translation>Einen Bewerter hinzufügen: Er sagt, wie gut eine Antwort ist.</translation>
    </message>
</context>
<context>
    <name>odc::GrantPermissionsJob</name>
    <message>
        <source>%1: %2</source>
        <comment>checkpoint, projects</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The answer does not name every project</source>
        <translation>Die Antwort nennt nicht jedes Projekt</translation>
    </message>
    <message>
        <source>the list of permissions has it</source>
        <translation>sie steht in der Liste der Berechtigungen</translation>
    </message>
</context>
<context>
    <name>odc::HeaderColumns</name>
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
    <message>
        <source>%1 (nothing in it)</source>
        <translation>%1 (nichts darin)</translation>
    </message>
</context>
<context>
    <name>odc::HistogramBars</name>
    <message>
        <source>%1 to %2: %3 %4</source>
        <translation>%1 bis %2: %3 %4</translation>
    </message>
    <message>
        <source>from	to	count</source>
        <translation>von	bis	Anzahl</translation>
    </message>
</context>
<context>
    <name>odc::HyperparametersEdit</name>
    <message>
        <source>What is left on auto is chosen by the service, by the file and the model, and is not sent.</source>
        <translation>Was auf „auto“ bleibt, wählt der Dienst nach Datei und Modell; es wird nicht gesendet.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>%1: auto</source>
        <translation>%1: auto</translation>
    </message>
    <message>
        <source>%1 needs a number, or auto.</source>
        <translation>%1 braucht eine Zahl oder „auto“.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
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
    <name>odc::IndexEdit</name>
    <message>
        <source>&amp;Keep what was seen, to show it at the next start</source>
        <translation>Gesehenes &amp;behalten und beim nächsten Start zeigen</translation>
    </message>
    <message>
        <source>Names, states and times of objects on this computer; no keys, and no contents of files.</source>
        <translation>Namen, Zustände und Zeiten von Objekten auf diesem Rechner; keine Schlüssel und keine Inhalte von Dateien.</translation>
    </message>
    <message>
        <source>How much is kept of each profile</source>
        <translation>Wie viel je Profil behalten wird</translation>
    </message>
    <message>
        <source>up to </source>
        <comment>so many MB</comment>
        <translation>bis </translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Forget what was seen</source>
        <translation>Gesehenes &amp;vergessen</translation>
    </message>
    <message>
        <source>Of the profile “%1”</source>
        <translation>Vom Profil „%1“</translation>
    </message>
    <message>
        <source>Forgotten once the profile is closed</source>
        <translation>Beim Schließen des Profils vergessen</translation>
    </message>
</context>
<context>
    <name>odc::IntakeModel</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>chunks of %1</source>
        <translation>Abschnitte zu %1</translation>
    </message>
    <message>
        <source>automatic chunks</source>
        <translation>automatische Abschnitte</translation>
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
        <source>Of its own</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>odc::IntegrationsEdit</name>
    <message>
        <source>Add a project at Weights and Biases</source>
        <translation>Projekt bei Weights and Biases hinzufügen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Run name</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>Tags, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Remove this integration</source>
        <translation>Diese Integration entfernen</translation>
    </message>
</context>
<context>
    <name>odc::ItemDetails</name>
    <message>
        <source>Select an item to read it. N goes to the next failure.</source>
        <translation>Einen Eintrag auswählen, um ihn zu lesen. N geht zum nächsten Fehlschlag.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>JSON</source>
        <comment>tab</comment>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>The output item as JSON</source>
        <translation>Der Eintrag als JSON</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more selected</source>
        <translation>
            <numerusform>und %Ln weiterer ausgewählt</numerusform>
            <numerusform>und %Ln weitere ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 Eingabe</translation>
    </message>
    <message>
        <source>%1 of them cached</source>
        <translation>davon %1 aus dem Cache</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 Ausgabe</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>total, parts</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Messages, answer and grades</source>
        <translation>Nachrichten, Antwort und Noten</translation>
    </message>
</context>
<context>
    <name>odc::ItemsPane</name>
    <message>
        <source>&amp;Next failure</source>
        <translation>&amp;Nächster Fehlschlag</translation>
    </message>
    <message>
        <source>&amp;Previous failure</source>
        <translation>&amp;Vorheriger Fehlschlag</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Edit no&amp;te</source>
        <translation>No&amp;tiz bearbeiten</translation>
    </message>
    <message>
        <source>Refresh &amp;item</source>
        <translation>&amp;Eintrag aktualisieren</translation>
    </message>
    <message>
        <source>Copy as cUR&amp;L</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy as P&amp;ython</source>
        <translation>Als P&amp;ython kopieren</translation>
    </message>
    <message>
        <source>Choose a run to read its items.</source>
        <translation>Einen Lauf auswählen, um seine Einträge zu lesen.</translation>
    </message>
    <message>
        <source>&amp;Back to the items</source>
        <translation>&amp;Zurück zu den Einträgen</translation>
    </message>
    <message>
        <source>Marks and notes could not be saved: %1.</source>
        <translation>Markierungen und Notizen ließen sich nicht speichern: %1.</translation>
    </message>
    <message>
        <source>Items of the run</source>
        <translation>Einträge des Laufs</translation>
    </message>
    <message>
        <source>The items of this run are not to be had any more.</source>
        <translation>Die Einträge dieses Laufs sind nicht mehr abrufbar.</translation>
    </message>
    <message>
        <source>Filter: words, verdict=fail …</source>
        <translation>Filter: Wörter, verdict=fail …</translation>
    </message>
    <message>
        <source>Filter: words, %1=fail, %1_score&lt;0.5 …</source>
        <translation>Filter: Wörter, %1=fail, %1_score&lt;0.5 …</translation>
    </message>
    <message>
        <source>The run failed before it had items.</source>
        <translation>Der Lauf ist fehlgeschlagen, bevor er Einträge hatte.</translation>
    </message>
    <message>
        <source>This run has no items.</source>
        <translation>Dieser Lauf hat keine Einträge.</translation>
    </message>
    <message>
        <source>The run has no items yet.</source>
        <translation>Der Lauf hat noch keine Einträge.</translation>
    </message>
    <message>
        <source>They appear here as they are graded.</source>
        <translation>Sie erscheinen hier, sobald sie bewertet sind.</translation>
    </message>
    <message>
        <source>verdict: any</source>
        <translation>Urteil: alle</translation>
    </message>
    <message>
        <source>verdict: failed</source>
        <translation>Urteil: verfehlt</translation>
    </message>
    <message>
        <source>verdict: errored</source>
        <translation>Urteil: mit Fehler</translation>
    </message>
    <message>
        <source>verdict: failed or errored</source>
        <translation>Urteil: verfehlt oder mit Fehler</translation>
    </message>
    <message>
        <source>verdict: passed</source>
        <translation>Urteil: bestanden</translation>
    </message>
    <message>
        <source>criterion: any</source>
        <translation>Kriterium: alle</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>verfehlt: %1</translation>
    </message>
    <message>
        <source>passed: %1</source>
        <translation>bestanden: %1</translation>
    </message>
    <message>
        <source>marks: any</source>
        <translation>Markierungen: alle</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <source>The item could not be read: %1.</source>
        <translation>Der Eintrag war nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>No more failures below: on from the top.</source>
        <translation>Unten kein Fehlschlag mehr: weiter von oben.</translation>
    </message>
    <message>
        <source>No more failures above: on from the end.</source>
        <translation>Oben kein Fehlschlag mehr: weiter vom Ende.</translation>
    </message>
    <message>
        <source>None of the items shown failed.</source>
        <translation>Unter den gezeigten Einträgen ist kein Fehlschlag.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>loaded items</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown items</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::JobFeed</name>
    <message>
        <source>The list goes round in a circle and has no end</source>
        <translation>Die Liste läuft im Kreis und hat kein Ende</translation>
    </message>
</context>
<context>
    <name>odc::JsonForm</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Wert</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Höchster Wert</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>The range is two numbers: lowest and highest score.</source>
        <translation>Der Bereich besteht aus zwei Zahlen: niedrigster und höchster Wert.</translation>
    </message>
    <message>
        <source>A date with or without time, in your time zone, or seconds since 1970.</source>
        <translation>Ein Datum mit oder ohne Uhrzeit, in der eigenen Zeitzone, oder Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>“%1” is no time: write it as 2026-11-01 08:00.</source>
        <translation>„%1“ ist keine Zeitangabe: als 2026-11-01 08:00 schreiben.</translation>
    </message>
    <message>
        <source>model id</source>
        <translation>Modell-ID</translation>
    </message>
</context>
<context>
    <name>odc::JsonSide</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Request as JSON</source>
        <translation>Anfrage als JSON</translation>
    </message>
    <message>
        <source>Request as JSON, to read</source>
        <translation>Anfrage als JSON, zum Lesen</translation>
    </message>
    <message>
        <source>A request is an object.</source>
        <translation>Eine Anfrage ist ein Objekt.</translation>
    </message>
    <message>
        <source>The form keeps what it last understood.</source>
        <translation>Das Formular behält, was es zuletzt verstanden hat.</translation>
    </message>
    <message>
        <source>So many rows are shown here, but not edited by hand.</source>
        <translation>So viele Zeilen werden hier gezeigt, aber nicht von Hand bearbeitet.</translation>
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
    <name>odc::JsonlView</name>
    <message>
        <source>Go to line</source>
        <translation>Zu Zeile gehen</translation>
    </message>
    <message>
        <source>Go to a line by its number (%1)</source>
        <translation>Zu einer Zeile nach ihrer Nummer gehen (%1)</translation>
    </message>
    <message>
        <source>Find in all lines</source>
        <translation>In allen Zeilen suchen</translation>
    </message>
    <message>
        <source>Not all of the file could be read.</source>
        <translation>Nicht die ganze Datei konnte gelesen werden.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) so far</source>
        <translation>
            <numerusform>bisher %Ln Zeile</numerusform>
            <numerusform>bisher %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % read</source>
        <translation>%1 % gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the lines…</source>
        <translation>Die Zeilen werden gesucht …</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file on the disk is not the one shown any more.</source>
        <translation>Die Datei auf der Platte ist nicht mehr die gezeigte.</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as indented JSON</source>
        <translation>Als eingerücktes JSON kopieren</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Zu Zeile gehen …</translation>
    </message>
</context>
<context>
    <name>odc::KeyDialog</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>odc::KeyWatch</name>
    <message>
        <source>This profile has no API key: what you see is of before, and nothing can be changed.</source>
        <translation>Dieses Profil hat keinen API-Schlüssel: Was Sie sehen, ist von früher, und nichts kann geändert werden.</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Profile…</translation>
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
    <name>odc::KnownUses</name>
    <message>
        <source>Look everywhere</source>
        <translation>Überall nachsehen</translation>
    </message>
    <message>
        <source>Reads all batches, jobs, vector stores and evals of the project now</source>
        <translation>Liest jetzt alle Batches, Aufträge, Vektorspeicher und Evals des Projekts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln list(s) could not be read. %1</source>
        <translation>
            <numerusform>%Ln Liste konnte nicht gelesen werden. %1</numerusform>
            <numerusform>%Ln Listen konnten nicht gelesen werden. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 lists read</source>
        <translation>%1 von %2 Listen gelesen</translation>
    </message>
</context>
<context>
    <name>odc::LabCard</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name of the setting, what it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Setting %1</source>
        <translation>Einstellung %1</translation>
    </message>
    <message>
        <source>Setting %1: edit, duplicate, remove</source>
        <translation>Einstellung %1: bearbeiten, duplizieren, entfernen</translation>
    </message>
    <message>
        <source>Results of setting %1</source>
        <translation>Ergebnisse der Einstellung %1</translation>
    </message>
    <message>
        <source>Not searched yet</source>
        <translation>Noch nicht gesucht</translation>
    </message>
    <message>
        <source>Press Run.</source>
        <translation>„Ausführen“ drücken.</translation>
    </message>
    <message>
        <source>Write a query above and press Enter.</source>
        <translation>Oben eine Suchanfrage schreiben und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Searched for: %1</source>
        <translation>Gesucht nach: %1</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln, in %1. There are more; raise the number of results.</source>
        <translation>
            <numerusform>Das erste Ergebnis (%Ln) in %1. Es gibt mehr; die Anzahl der Ergebnisse erhöhen.</numerusform>
            <numerusform>Die ersten %Ln in %1. Es gibt mehr; die Anzahl der Ergebnisse erhöhen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) in %1</source>
        <translation>
            <numerusform>%Ln Ergebnis in %1</numerusform>
            <numerusform>%Ln Ergebnisse in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Lower the score threshold, or take conditions away.</source>
        <translation>Die Schwelle des Punktwerts senken oder Bedingungen wegnehmen.</translation>
    </message>
    <message>
        <source>Use other words, or take conditions away.</source>
        <translation>Andere Wörter verwenden oder Bedingungen wegnehmen.</translation>
    </message>
    <message>
        <source>Found with other settings. Run again.</source>
        <translation>Mit anderen Einstellungen gefunden. Erneut ausführen.</translation>
    </message>
</context>
<context>
    <name>odc::LabCommands</name>
    <message>
        <source>&amp;New query set…</source>
        <translation>Ne&amp;uer Satz von Suchanfragen…</translation>
    </message>
    <message>
        <source>Rename &amp;query set…</source>
        <translation>Satz von Suchanfragen u&amp;mbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete query set…</source>
        <translation>Satz von Suchanfragen &amp;löschen…</translation>
    </message>
    <message>
        <source>Tr&amp;y the sample set</source>
        <translation>Beispielsatz ausp&amp;robieren</translation>
    </message>
    <message>
        <source>&amp;Import a query set (CSV)…</source>
        <translation>Satz von Suchanfragen (CSV) imp&amp;ortieren…</translation>
    </message>
    <message>
        <source>E&amp;xport the query set (CSV)…</source>
        <translation>Satz von Suchanfragen (CSV) e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export the results as CS&amp;V…</source>
        <translation>Ergebnisse als CS&amp;V exportieren…</translation>
    </message>
    <message>
        <source>Export the results as &amp;JSON…</source>
        <translation>Ergebnisse als &amp;JSON exportieren…</translation>
    </message>
    <message>
        <source>Edit the q&amp;uery of the set…</source>
        <translation>Suchanfra&amp;ge des Satzes bearbeiten…</translation>
    </message>
    <message>
        <source>Remove the query &amp;from the set</source>
        <translation>Suchanfrage &amp;aus dem Satz entfernen</translation>
    </message>
    <message>
        <source>Export the query set</source>
        <translation>Satz von Suchanfragen exportieren</translation>
    </message>
    <message>
        <source>Export the results as CSV</source>
        <translation>Ergebnisse als CSV exportieren</translation>
    </message>
    <message>
        <source>%1 results</source>
        <translation>Ergebnisse: %1</translation>
    </message>
    <message>
        <source>Export the results as JSON</source>
        <translation>Ergebnisse als JSON exportieren</translation>
    </message>
    <message>
        <source>New query set</source>
        <translation>Neuer Satz von Suchanfragen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename query set</source>
        <translation>Satz von Suchanfragen umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete this query set?</source>
        <translation>Diesen Satz von Suchanfragen löschen?</translation>
    </message>
    <message>
        <source>The queries and what they should find are kept on this computer only.</source>
        <translation>Die Suchanfragen und was sie finden sollen liegen nur auf diesem Computer.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln query(ies))</source>
        <translation>
            <numerusform>%1 (%Ln Suchanfrage)</numerusform>
            <numerusform>%1 (%Ln Suchanfragen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete set</source>
        <translation>Satz löschen</translation>
    </message>
    <message numerus="yes">
        <source>The set “%1” has %Ln query(ies).</source>
        <translation>
            <numerusform>Der Satz „%1“ hat %Ln Suchanfrage.</numerusform>
            <numerusform>Der Satz „%1“ hat %Ln Suchanfragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were left out or changed.</source>
        <translation>
            <numerusform>%Ln Zeile wurde ausgelassen oder geändert.</numerusform>
            <numerusform>%Ln Zeilen wurden ausgelassen oder geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a query set</source>
        <translation>Satz von Suchanfragen importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.jsonl)</source>
        <translation>Tabellen (*.csv *.tsv *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>“%1” was taken out of the set.</source>
        <translation>„%1“ wurde aus dem Satz herausgenommen.</translation>
    </message>
</context>
<context>
    <name>odc::LabHitsModel</name>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>%1, score %2</source>
        <translation>%1, Punktwert %2</translation>
    </message>
    <message>
        <source>%1
%2
Score %3</source>
        <translation>%1
%2
Punktwert %3</translation>
    </message>
</context>
<context>
    <name>odc::LabMeansModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>name of the setting, what it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln failed</source>
        <translation>
            <numerusform>%1, %Ln fehlgeschlagen</numerusform>
            <numerusform>%1, %Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Share of the expected files that are among the first %1 files</source>
        <translation>Anteil der erwarteten Dateien, die unter den ersten %1 Dateien sind</translation>
    </message>
    <message>
        <source>recall@%1</source>
        <translation>recall@%1</translation>
    </message>
    <message>
        <source>Mean of 1 / rank of the first expected file; 0 where none was found</source>
        <translation>Mittel von 1 / Rang der ersten erwarteten Datei; 0, wo keine gefunden wurde</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Share of the queries with an expected file among the first %1</source>
        <translation>Anteil der Suchanfragen mit einer erwarteten Datei unter den ersten %1</translation>
    </message>
    <message>
        <source>hits@%1</source>
        <translation>Treffer@%1</translation>
    </message>
    <message>
        <source>Half of the searches took no longer, from sending to the answer</source>
        <translation>Die Hälfte der Suchen dauerte nicht länger, vom Senden bis zur Antwort</translation>
    </message>
    <message>
        <source>p50 latency</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>Queries that were answered and expect something</source>
        <translation>Suchanfragen, die beantwortet wurden und etwas erwarten</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Suchanfragen</translation>
    </message>
    <message>
        <source>Under the conditions: %1</source>
        <translation>Unter den Bedingungen: %1</translation>
    </message>
</context>
<context>
    <name>odc::LabNameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is a set of this name.</source>
        <translation>Einen Satz mit diesem Namen gibt es schon.</translation>
    </message>
</context>
<context>
    <name>odc::LabQueryBar</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Another setting beside, to be compared</source>
        <translation>Eine weitere Einstellung daneben, zum Vergleich</translation>
    </message>
    <message>
        <source>+ condition</source>
        <translation>+ Bedingung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>odc::LabQueryDialog</name>
    <message>
        <source>Query of “%1”</source>
        <translation>Suchanfrage von „%1“</translation>
    </message>
    <message>
        <source>Names or ids of files, one a line</source>
        <translation>Namen oder IDs von Dateien, je Zeile eine</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Suchanfrage</translation>
    </message>
    <message>
        <source>&amp;Expected files</source>
        <translation>&amp;Erwartete Dateien</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>This query is in the set already.</source>
        <translation>Diese Suchanfrage ist schon im Satz.</translation>
    </message>
</context>
<context>
    <name>odc::LabQueryEdit</name>
    <message>
        <source>Search this store</source>
        <translation>Diesen Speicher durchsuchen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Suchanfrage</translation>
    </message>
    <message>
        <source>Enter searches. Shift+Enter begins another query of the same search.</source>
        <translation>Die Eingabetaste sucht. Umschalt+Eingabe beginnt eine weitere Suchanfrage derselben Suche.</translation>
    </message>
</context>
<context>
    <name>odc::LabSetModel</name>
    <message>
        <source>nothing: does not count</source>
        <translation>nichts: zählt nicht</translation>
    </message>
    <message>
        <source>Run the query and mark the files that it should find.</source>
        <translation>Die Suchanfrage ausführen und die Dateien markieren, die sie finden soll.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Ergebnis</numerusform>
            <numerusform>%Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>rank %1 · %2</source>
        <translation>Rang %1 · %2</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>First expected file at rank %1
%2 of %3 expected among the first %4
%5 ms</source>
        <translation>Erste erwartete Datei auf Rang %1
%2 von %3 erwarteten unter den ersten %4
%5 ms</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Suchanfrage</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Rank of the first expected file, and recall@%1
%2</source>
        <translation>Rang der ersten erwarteten Datei und recall@%1
%2</translation>
    </message>
    <message>
        <source>%1 rank · recall</source>
        <comment>name of a setting</comment>
        <translation>%1 Rang · recall</translation>
    </message>
</context>
<context>
    <name>odc::LabSetPanel</name>
    <message>
        <source>Run set</source>
        <translation>Satz ausführen</translation>
    </message>
    <message>
        <source>Query sets</source>
        <translation>Sätze von Suchanfragen</translation>
    </message>
    <message>
        <source>Query set</source>
        <translation>Satz von Suchanfragen</translation>
    </message>
    <message>
        <source>recall at</source>
        <translation>Recall bei</translation>
    </message>
    <message>
        <source>k: so many files at the top count</source>
        <translation>k: So viele Dateien an der Spitze zählen</translation>
    </message>
    <message>
        <source>Means of the query set</source>
        <translation>Mittelwerte des Satzes von Suchanfragen</translation>
    </message>
    <message>
        <source>Queries of the set</source>
        <translation>Suchanfragen des Satzes</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln query(ies)</source>
        <translation>
            <numerusform>%Ln Suchanfrage</numerusform>
            <numerusform>%Ln Suchanfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings have changed since. Run the set again.</source>
        <translation>Die Einstellungen haben sich seither geändert. Den Satz erneut ausführen.</translation>
    </message>
    <message>
        <source>Stopped: the means are of what was answered.</source>
        <translation>Angehalten: Die Mittelwerte gelten für das, was beantwortet wurde.</translation>
    </message>
    <message>
        <source>No query set yet</source>
        <translation>Noch kein Satz von Suchanfragen</translation>
    </message>
    <message>
        <source>This set is empty</source>
        <translation>Dieser Satz ist leer</translation>
    </message>
    <message>
        <source>Run a query and mark the files it should find, or import a set from CSV.</source>
        <translation>Eine Suchanfrage ausführen und die Dateien markieren, die sie finden soll, oder einen Satz aus CSV importieren.</translation>
    </message>
    <message>
        <source>New set…</source>
        <translation>Neuer Satz…</translation>
    </message>
    <message>
        <source>Try the sample set</source>
        <translation>Beispielsatz ausprobieren</translation>
    </message>
    <message>
        <source>%1 of %2 searches</source>
        <translation>%1 von %2 Suchen</translation>
    </message>
</context>
<context>
    <name>odc::LabSettingDialog</name>
    <message>
        <source>Setting %1</source>
        <translation>Einstellung %1</translation>
    </message>
    <message>
        <source>Leave out results below</source>
        <translation>Ergebnisse auslassen unter</translation>
    </message>
    <message>
        <source>Let the server rewrite the query for the search</source>
        <translation>Den Server die Suchanfrage für die Suche umschreiben lassen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>The server&apos;s default</source>
        <translation>Vorgabe des Servers</translation>
    </message>
    <message>
        <source>&amp;Ranker</source>
        <translation>&amp;Rangfolge</translation>
    </message>
    <message>
        <source>Score threshold</source>
        <translation>Schwelle des Punktwerts</translation>
    </message>
    <message>
        <source>&amp;Number of results</source>
        <translation>&amp;Anzahl der Ergebnisse</translation>
    </message>
    <message>
        <source>Rewriting</source>
        <translation>Umschreiben</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Edit the conditions of this setting</source>
        <translation>Die Bedingungen dieser Einstellung bearbeiten</translation>
    </message>
    <message>
        <source>Clear the conditions of this setting</source>
        <translation>Die Bedingungen dieser Einstellung leeren</translation>
    </message>
    <message>
        <source>Own conditions</source>
        <translation>Eigene Bedingungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>None besides those of all settings</source>
        <translation>Keine außer denen aller Einstellungen</translation>
    </message>
    <message>
        <source>It can be searched like this.</source>
        <translation>So kann gesucht werden.</translation>
    </message>
    <message>
        <source>Conditions of setting %1</source>
        <translation>Bedingungen der Einstellung %1</translation>
    </message>
</context>
<context>
    <name>odc::LabelsEdit</name>
    <message>
        <source>Labels; the marked ones pass</source>
        <translation>Labels; die markierten bestehen</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Label entfernen</translation>
    </message>
</context>
<context>
    <name>odc::LineFindBar</name>
    <message>
        <source>Find in all lines</source>
        <translation>In allen Zeilen suchen</translation>
    </message>
    <message>
        <source>Aa</source>
        <comment>match case</comment>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Tell capital letters from small ones</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>found in a line that is not known yet</source>
        <translation>gefunden in einer noch nicht bekannten Zeile</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1, once around</source>
        <translation>%1, einmal herum</translation>
    </message>
    <message>
        <source>searching, %1 %</source>
        <translation>sucht, %1 %</translation>
    </message>
</context>
<context>
    <name>odc::LinePane</name>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as indented JSON</source>
        <translation>Als eingerücktes JSON kopieren</translation>
    </message>
    <message>
        <source>Previous part of the line</source>
        <translation>Voriger Teil der Zeile</translation>
    </message>
    <message>
        <source>Next part of the line</source>
        <translation>Nächster Teil der Zeile</translation>
    </message>
    <message>
        <source>The line as it stands</source>
        <translation>Die Zeile, wie sie ist</translation>
    </message>
    <message>
        <source>The line as JSON</source>
        <translation>Die Zeile als JSON</translation>
    </message>
    <message>
        <source>The chosen line</source>
        <translation>Die gewählte Zeile</translation>
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
        <source>The line is %1 long: too long to be shown as JSON. “Raw” shows it in parts.</source>
        <translation>Die Zeile ist %1 lang: zu lang, um als JSON gezeigt zu werden. „Roh“ zeigt sie in Teilen.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>ends in CR LF</source>
        <translation>endet mit CR LF</translation>
    </message>
    <message>
        <source>%1 Column %2.</source>
        <translation>%1 Spalte %2.</translation>
    </message>
    <message>
        <source>Bytes %1 to %2 of %3</source>
        <translation>Bytes %1 bis %2 von %3</translation>
    </message>
</context>
<context>
    <name>odc::LinesLook</name>
    <message>
        <source>Fetching %1: %2 of %3.</source>
        <translation>%1 wird geholt: %2 von %3.</translation>
    </message>
    <message>
        <source>Fetching %1: %2.</source>
        <translation>%1 wird geholt: %2.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The file %1 is not there any more.</source>
        <translation>Die Datei %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2. %3</source>
        <translation>Die Datei %1 konnte nicht gelesen werden: %2. %3</translation>
    </message>
</context>
<context>
    <name>odc::LinesModel</name>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>odc::LinesView</name>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>odc::LinkList</name>
    <message>
        <source>Look into %1</source>
        <translation>In %1 hineinsehen</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
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
        <source>Back to the list (Alt+Left or Esc)</source>
        <translation>Zurück zur Liste (Alt+Links oder Esc)</translation>
    </message>
    <message>
        <source>as of %1, reading…</source>
        <translation>Stand: %1, wird gelesen…</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>%1 is not there any more, or belongs to another project.</source>
        <translation>%1 gibt es nicht mehr, oder es gehört zu einem anderen Projekt.</translation>
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
        <source>S&amp;top loading</source>
        <translation>Laden anhal&amp;ten</translation>
    </message>
    <message>
        <source>%1: in the filter</source>
        <comment>a column</comment>
        <translation>%1: im Filter</translation>
    </message>
</context>
<context>
    <name>odc::ListStates</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
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
        <source>Edit profile…</source>
        <translation>Profil bearbeiten…</translation>
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
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
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
    <name>odc::LostCreateDialog</name>
    <message>
        <source>Is it there?</source>
        <translation>Ist es da?</translation>
    </message>
    <message>
        <source>Which of them it is</source>
        <translation>Welches davon es ist</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
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
        <translation>Es ist da</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it. Looking for it in the list…</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde. Es wird in der Liste gesucht…</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it, and the list could not be asked: %2 It may be there.</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde, und die Liste konnte nicht gefragt werden: %2 Es kann da sein.</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it. The list holds nothing made of this file.</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde. Die Liste enthält nichts aus dieser Datei.</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it. The list holds something made of this file. Is this it?</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde. Die Liste enthält etwas aus dieser Datei. Ist es das?</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it. The list holds nothing new of that name.</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde. Die Liste enthält nichts Neues mit diesem Namen.</translation>
    </message>
    <message>
        <source>“%1” was sent, but no answer says what became of it. The list holds something new of that name. Is this it?</source>
        <translation>„%1“ wurde gesendet, aber keine Antwort sagt, was daraus wurde. Die Liste enthält etwas Neues mit diesem Namen. Ist es das?</translation>
    </message>
</context>
<context>
    <name>odc::MainWindow</name>
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
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
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
    <name>odc::MessageListEdit</name>
    <message>
        <source>Move message up</source>
        <translation>Nachricht nach oben</translation>
    </message>
    <message>
        <source>Move message down</source>
        <translation>Nachricht nach unten</translation>
    </message>
    <message>
        <source>Remove message</source>
        <translation>Nachricht entfernen</translation>
    </message>
    <message>
        <source>Add message</source>
        <translation>Nachricht hinzufügen</translation>
    </message>
    <message>
        <source>Role of message %1</source>
        <translation>Rolle der Nachricht %1</translation>
    </message>
    <message>
        <source>Text of message %1</source>
        <translation>Text der Nachricht %1</translation>
    </message>
</context>
<context>
    <name>odc::MetadataEdit</name>
    <message>
        <source>Add pair</source>
        <translation>Paar hinzufügen</translation>
    </message>
    <message>
        <source>Remove this pair</source>
        <translation>Dieses Paar entfernen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of pair %1</source>
        <translation>Name des Paars %1</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text of pair %1</source>
        <translation>Text des Paars %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) at most.</source>
        <translation>
            <numerusform>Höchstens %Ln Paar.</numerusform>
            <numerusform>Höchstens %Ln Paare.</numerusform>
        </translation>
    </message>
    <message>
        <source>name %1 of %2</source>
        <translation>Name %1 von %2</translation>
    </message>
    <message>
        <source>text %1 of %2</source>
        <translation>Text %1 von %2</translation>
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
    <message>
        <source>An archive is never changed. “Work on a copy” makes a Local profile of it.</source>
        <translation>Ein Archiv wird nie geändert. „An einer Kopie arbeiten“ macht daraus ein lokales Profil.</translation>
    </message>
</context>
<context>
    <name>odc::NewBatchDialog</name>
    <message>
        <source>New batch</source>
        <translation>Neuer Batch</translation>
    </message>
    <message>
        <source>Many requests in one file, answered within 24 hours.</source>
        <translation>Viele Anfragen in einer Datei, beantwortet binnen 24 Stunden.</translation>
    </message>
    <message>
        <source>Parts of the batch</source>
        <translation>Teile des Batches</translation>
    </message>
    <message>
        <source>Check, upload and create</source>
        <translation>Prüfen, hochladen und erstellen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Discard this batch?</source>
        <translation>Diesen Batch verwerfen?</translation>
    </message>
    <message>
        <source>The batch was not created.</source>
        <translation>Der Batch wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>A &amp;file on this computer</source>
        <translation>Eine &amp;Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>An &amp;uploaded file</source>
        <translation>Eine &amp;hochgeladene Datei</translation>
    </message>
    <message>
        <source>A &amp;table and a template</source>
        <translation>Eine &amp;Tabelle und eine Vorlage</translation>
    </message>
    <message>
        <source>Send the rest again</source>
        <translation>Den Rest erneut senden</translation>
    </message>
    <message>
        <source>What “%1” left without an answer goes out again, as attempt %2.</source>
        <translation>Was „%1“ ohne Antwort ließ, geht als Versuch %2 erneut hinaus.</translation>
    </message>
    <message>
        <source>The requests go to %1.</source>
        <translation>Die Anfragen gehen an %1.</translation>
    </message>
    <message numerus="yes">
        <source>Create the %Ln that are missing</source>
        <translation>
            <numerusform>Den einen fehlenden erstellen</numerusform>
            <numerusform>Die %Ln fehlenden erstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Create batch</source>
        <translation>Batch erstellen</translation>
    </message>
    <message>
        <source>Upload and create batch</source>
        <translation>Hochladen und Batch erstellen</translation>
    </message>
    <message numerus="yes">
        <source>Split, upload and create %Ln batches</source>
        <translation>
            <numerusform>Teilen, hochladen und %Ln Batch erstellen</numerusform>
            <numerusform>Teilen, hochladen und %Ln Batches erstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 batches was created, and stays.</source>
        <translation>
            <numerusform>%Ln von %1 Batches wurde erstellt und bleibt.</numerusform>
            <numerusform>%Ln von %1 Batches wurden erstellt und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others are not created.</source>
        <translation>Die anderen sind nicht erstellt.</translation>
    </message>
    <message>
        <source>Writing and checking the requests…</source>
        <translation>Die Anfragen werden geschrieben und geprüft …</translation>
    </message>
    <message>
        <source>Splitting the file…</source>
        <translation>Die Datei wird geteilt …</translation>
    </message>
    <message>
        <source>Uploading: %1 of %2</source>
        <translation>Wird hochgeladen: %1 von %2</translation>
    </message>
    <message>
        <source>Creating batch %1 of %2…</source>
        <translation>Batch %1 von %2 wird erstellt …</translation>
    </message>
    <message>
        <source>Creating the batch…</source>
        <translation>Der Batch wird erstellt …</translation>
    </message>
    <message>
        <source>Stopping, as soon as the answer is there…</source>
        <translation>Hält an, sobald die Antwort da ist …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 batches is created.</source>
        <translation>
            <numerusform>%Ln von %1 Batches ist erstellt.</numerusform>
            <numerusform>%Ln von %1 Batches sind erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are uploaded, no batch is created.</source>
        <translation>
            <numerusform>%Ln Datei ist hochgeladen, kein Batch ist erstellt.</numerusform>
            <numerusform>%Ln Dateien sind hochgeladen, kein Batch ist erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is created.</source>
        <translation>Nichts ist erstellt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Create the rest</source>
        <translation>Den Rest erstellen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, made %2</source>
        <translation>%1, erstellt %2</translation>
    </message>
    <message>
        <source>It may have been sent: look at the list before you send it again.</source>
        <translation>Er wurde vielleicht gesendet: Sehen Sie vor einem neuen Senden in die Liste.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Looking whether somebody has sent the rest already…</source>
        <translation>Es wird nachgesehen, ob der Rest schon gesendet wurde…</translation>
    </message>
    <message>
        <source>The rest was sent already</source>
        <translation>Der Rest wurde schon gesendet</translation>
    </message>
    <message numerus="yes">
        <source>The list holds %Ln attempt(s) at these requests that this console did not know of.</source>
        <translation>
            <numerusform>Die Liste enthält %Ln Versuch an diesen Anfragen, den diese Konsole nicht kannte.</numerusform>
            <numerusform>Die Liste enthält %Ln Versuche an diesen Anfragen, die diese Konsole nicht kannte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source>Sent once more, the same requests may be answered and paid for twice.</source>
        <translation>Noch einmal gesendet, können dieselben Anfragen doppelt beantwortet und bezahlt werden.</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was created: the rest was sent already, as %Ln other batch(es).</source>
        <translation>
            <numerusform>Es wurde nichts erstellt: Der Rest wurde schon gesendet, als %Ln anderer Batch.</numerusform>
            <numerusform>Es wurde nichts erstellt: Der Rest wurde schon gesendet, als %Ln andere Batches.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::NewEvalDialog</name>
    <message>
        <source>New eval</source>
        <translation>Neues Eval</translation>
    </message>
    <message>
        <source>What one item looks like, and what an answer must keep to pass.</source>
        <translation>Wie ein Eintrag aussieht, und was eine Antwort einhalten muss, um zu bestehen.</translation>
    </message>
    <message>
        <source>Parts of the eval</source>
        <translation>Teile des Evals</translation>
    </message>
    <message>
        <source>Create eval</source>
        <translation>Eval anlegen</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Discard this eval?</source>
        <translation>Dieses Eval verwerfen?</translation>
    </message>
    <message>
        <source>The eval was not created.</source>
        <translation>Das Eval wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>It may have been created: look at the list before you send it again.</source>
        <translation>Vielleicht wurde es angelegt: vor dem erneuten Senden in der Liste nachsehen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Graders</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>ticket triage</source>
        <translation>Ticket-Einordnung</translation>
    </message>
    <message>
        <source>&amp;Items come from</source>
        <translation>&amp;Einträge kommen aus</translation>
    </message>
    <message>
        <source>rows of your own</source>
        <translation>eigenen Zeilen</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>Protokollen</translation>
    </message>
    <message>
        <source>stored completions (deprecated)</source>
        <translation>gespeicherten Antworten (veraltet)</translation>
    </message>
    <message>
        <source>The shape of one item; graders and prompts use its properties as {{item.name}}.</source>
        <translation>Die Form eines Eintrags; Bewerter und Prompts benutzen seine Eigenschaften als {{item.name}}.</translation>
    </message>
    <message>
        <source>Include the &amp;sample: graders may use the answer as {{sample.output_text}}</source>
        <translation>Ant&amp;wort einschließen: Bewerter können sie als {{sample.output_text}} benutzen</translation>
    </message>
    <message>
        <source>Only what was stored with all of these metadata is taken; without any, everything.</source>
        <translation>Nur was mit all diesen Metadaten gespeichert wurde, wird genommen; ohne Angabe alles.</translation>
    </message>
    <message>
        <source>Metadata filter</source>
        <translation>Metadaten-Filter</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Infer the schema from</source>
        <translation>Schema ableiten aus</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>In dieser Datei sind keine Zeilen.</translation>
    </message>
</context>
<context>
    <name>odc::NewJobDialog</name>
    <message>
        <source>New fine-tuning job</source>
        <translation>Neuer Auftrag zur Feinabstimmung</translation>
    </message>
    <message>
        <source>A model that learns from your examples.</source>
        <translation>Ein Modell, das aus eigenen Beispielen lernt.</translation>
    </message>
    <message>
        <source>Parts of the job</source>
        <translation>Teile des Auftrags</translation>
    </message>
    <message>
        <source>Create job</source>
        <translation>Auftrag erstellen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Discard this job?</source>
        <translation>Diesen Auftrag verwerfen?</translation>
    </message>
    <message>
        <source>The job was not created.</source>
        <translation>Der Auftrag wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>It may have been created: look at the list before you send it again.</source>
        <translation>Vielleicht wurde es angelegt: vor dem erneuten Senden in der Liste nachsehen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Model and method</source>
        <translation>Modell und Methode</translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation>Hyperparameter</translation>
    </message>
    <message>
        <source>Grader</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Takes examples of up to %1 tokens. A model that was trained before can be trained further.</source>
        <translation>Nimmt Beispiele bis %1 Token. Ein schon trainiertes Modell lässt sich weiter trainieren.</translation>
    </message>
    <message>
        <source>Also a fine-tuned model (ft:…), which is trained further.</source>
        <translation>Auch ein angepasstes Modell (ft:…); es wird weiter trainiert.</translation>
    </message>
    <message>
        <source>The model will be called %1.</source>
        <translation>Das Modell wird %1 heißen.</translation>
    </message>
    <message>
        <source>The file that was uploaded, %1, stays.</source>
        <translation>Die hochgeladene Datei, %1, bleibt.</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>Trainingsdatei</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Validierungsdatei</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model that is to be trained</source>
        <translation>Modell, das trainiert wird</translation>
    </message>
    <message>
        <source>choose a model, or type its id: gpt-4o-mini-2024-07-18</source>
        <translation>Modell auswählen oder seine ID eingeben: gpt-4o-mini-2024-07-18</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>&amp;Supervised</source>
        <translation>Ü&amp;berwacht</translation>
    </message>
    <message>
        <source>Learns to answer as the examples do: each is a conversation that ends with the answer.</source>
        <translation>Lernt so zu antworten wie die Beispiele: Jedes ist ein Gespräch, das mit der Antwort endet.</translation>
    </message>
    <message>
        <source>Direct &amp;preference (DPO)</source>
        <translation>Direkte &amp;Präferenz (DPO)</translation>
    </message>
    <message>
        <source>Learns which of two answers is the better one: each example has both.</source>
        <translation>Lernt, welche von zwei Antworten die bessere ist: Jedes Beispiel enthält beide.</translation>
    </message>
    <message>
        <source>&amp;Reinforcement</source>
        <translation>Be&amp;stärkend</translation>
    </message>
    <message>
        <source>Tries answers, and learns from the grade that a grader gives them.</source>
        <translation>Versucht Antworten und lernt aus der Note, die ein Bewerter ihnen gibt.</translation>
    </message>
    <message>
        <source>Suffi&amp;x</source>
        <translation>Suffi&amp;x</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>Sta&amp;rtwert</translation>
    </message>
    <message>
        <source>not set: the service takes one</source>
        <translation>nicht gesetzt: Der Dienst nimmt einen</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Meta&amp;data</source>
        <translation>Meta&amp;daten</translation>
    </message>
    <message>
        <source>Stopped. Nothing is created.</source>
        <translation>Angehalten. Nichts ist erstellt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Uploading “%1”: %2 of %3</source>
        <translation>„%1“ wird hochgeladen: %2 von %3</translation>
    </message>
    <message>
        <source>Creating the job…</source>
        <translation>Der Auftrag wird erstellt…</translation>
    </message>
    <message>
        <source>The file may have been uploaded: look at the list of files before you send it again.</source>
        <translation>Die Datei wurde vielleicht hochgeladen: vor einem neuen Senden in die Liste der Dateien sehen.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Upload and create job</source>
        <translation>Hochladen und Auftrag erstellen</translation>
    </message>
    <message>
        <source>The service makes no new fine-tuning jobs for this account. It is closing: since 7 May 2026 for organisations that never trained a model, since 2 July 2026 for those whose models were not used for 60 days, and after 6 January 2027 for everybody. Models that are trained already can be used until their base model retires. The service said: %1</source>
        <translation>Der Dienst erstellt für dieses Konto keine neuen Aufträge zur Feinabstimmung. Er schließt: seit dem 7. Mai 2026 für Organisationen, die nie ein Modell trainiert haben, seit dem 2. Juli 2026 für solche, deren Modelle 60 Tage lang nicht benutzt wurden, und nach dem 6. Januar 2027 für alle. Schon trainierte Modelle lassen sich benutzen, bis ihr Basismodell eingestellt wird. Der Dienst sagte: %1</translation>
    </message>
    <message>
        <source>What the model will be called shows when there is one to train.</source>
        <translation>Wie das Modell heißen wird, zeigt sich, sobald eines zum Trainieren gewählt ist.</translation>
    </message>
</context>
<context>
    <name>odc::NewRunDialog</name>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Of the eval “%1”: which rows, and who answers them.</source>
        <translation>Zum Eval „%1“: welche Zeilen, und wer sie beantwortet.</translation>
    </message>
    <message>
        <source>Parts of the run</source>
        <translation>Teile des Laufs</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>Lauf starten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <source>Discard this run?</source>
        <translation>Diesen Lauf verwerfen?</translation>
    </message>
    <message>
        <source>The run was not started.</source>
        <translation>Der Lauf wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>It may have been started: look at the list before you send it again.</source>
        <translation>Vielleicht wurde er gestartet: vor dem erneuten Senden in der Liste nachsehen.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>mini, prompt v3</source>
        <translation>mini, Prompt v3</translation>
    </message>
    <message>
        <source>a model, through Responses</source>
        <translation>einem Modell, über Responses</translation>
    </message>
    <message>
        <source>a model, through Chat Completions</source>
        <translation>einem Modell, über Chat Completions</translation>
    </message>
    <message>
        <source>the rows themselves: each brings its sample</source>
        <translation>den Zeilen selbst: jede bringt ihre Antwort mit</translation>
    </message>
    <message>
        <source>&amp;Answers come from</source>
        <translation>&amp;Antworten kommen von</translation>
    </message>
    <message>
        <source>&amp;Rows come from</source>
        <translation>&amp;Zeilen kommen von</translation>
    </message>
    <message>
        <source>%1 (again)</source>
        <translation>%1 (erneut)</translation>
    </message>
    <message>
        <source>here: sent along with the request</source>
        <translation>hier: mit der Anfrage gesendet</translation>
    </message>
    <message>
        <source>an uploaded file</source>
        <translation>einer hochgeladenen Datei</translation>
    </message>
    <message>
        <source>stored chat completions</source>
        <translation>gespeicherten Chat Completions</translation>
    </message>
    <message>
        <source>stored responses</source>
        <translation>gespeicherten Responses</translation>
    </message>
    <message>
        <source>The rows are being read…</source>
        <translation>Die Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>The file is being uploaded…</source>
        <translation>Die Datei wird hochgeladen…</translation>
    </message>
    <message>
        <source>%1 (again, %2)</source>
        <comment>name, number</comment>
        <translation>%1 (noch einmal, %2)</translation>
    </message>
</context>
<context>
    <name>odc::NewStoreDialog</name>
    <message>
        <source>New vector store</source>
        <translation>Neuer Vektorspeicher</translation>
    </message>
    <message>
        <source>Files that can be searched by what they mean.</source>
        <translation>Dateien, die sich nach ihrer Bedeutung durchsuchen lassen.</translation>
    </message>
    <message>
        <source>Parts of the store</source>
        <translation>Teile des Speichers</translation>
    </message>
    <message>
        <source>Create store</source>
        <translation>Speicher anlegen</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Discard this store?</source>
        <translation>Diesen Speicher verwerfen?</translation>
    </message>
    <message>
        <source>The store was not created.</source>
        <translation>Der Speicher wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>It may have been created: look at the list before you send it again.</source>
        <translation>Vielleicht wurde er angelegt: vor dem erneuten Senden in der Liste nachsehen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>support articles</source>
        <translation>Support-Artikel</translation>
    </message>
    <message>
        <source>D&amp;escription</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>what is in it; cannot be changed later</source>
        <translation>was darin ist; später nicht zu ändern</translation>
    </message>
    <message>
        <source>E&amp;xpires after (days)</source>
        <translation>Läuft ab na&amp;ch (Tagen)</translation>
    </message>
    <message>
        <source>without use, 1 to 365; empty: never</source>
        <translation>ohne Nutzung, 1 bis 365; leer: nie</translation>
    </message>
    <message>
        <source>Meta&amp;data</source>
        <translation>Meta&amp;daten</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>&amp;Chunks</source>
        <translation>&amp;Abschnitte</translation>
    </message>
    <message>
        <source>Most &amp;tokens</source>
        <translation>Höchstens &amp;Token</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>&amp;Overlap</source>
        <translation>Übe&amp;rlappung</translation>
    </message>
    <message>
        <source>0 to half of a chunk</source>
        <translation>0 bis zur Hälfte eines Abschnitts</translation>
    </message>
    <message>
        <source>Chunking</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>How the files that are chosen here are cut into the pieces that searches find: auto leaves it to the service, static takes a size. It does not reach files that are added later: each of those has its own.</source>
        <translation>Wie die hier gewählten Dateien in die Stücke geteilt werden, die Suchen finden: auto überlässt es dem Dienst, static nimmt eine Größe. Es gilt nicht für Dateien, die später dazukommen: Jede von ihnen hat ihre eigene Aufteilung.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>static</source>
        <translation>static</translation>
    </message>
</context>
<context>
    <name>odc::NewsLine</name>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <comment>what happened</comment>
        <translation>
            <numerusform>%1, und %Ln weiteres</numerusform>
            <numerusform>%1, und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::NoteEdit</name>
    <message>
        <source>Note, kept on this computer</source>
        <translation>Notiz, bleibt auf diesem Rechner</translation>
    </message>
    <message>
        <source>Note on the item</source>
        <translation>Notiz zum Eintrag</translation>
    </message>
</context>
<context>
    <name>odc::Notifier</name>
    <message>
        <source>The window is closed, and what runs is still watched. Quit in the menu of the tray&apos;s icon.</source>
        <translation>Das Fenster ist geschlossen; was läuft, wird weiter beobachtet. Beenden: im Menü des Symbols im Infobereich.</translation>
    </message>
</context>
<context>
    <name>odc::ObjectFetch</name>
    <message>
        <source>There is no %1 with the id %2 here.</source>
        <comment>kind of object, id</comment>
        <translation>Kein Objekt dieser Art (%1) hat hier die ID %2.</translation>
    </message>
    <message>
        <source>No file, batch, vector store or fine-tuning job has the id %1 here.</source>
        <translation>Weder Datei noch Batch, Vektorspeicher oder Feinabstimmungsauftrag hat hier die ID %1.</translation>
    </message>
</context>
<context>
    <name>odc::OpeningState</name>
    <message>
        <source>Opening “%1”…</source>
        <translation>„%1“ wird geöffnet…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <comment>size, number</comment>
        <translation>%1 in %2 Dateien</translation>
    </message>
    <message>
        <source>As of %1: %2</source>
        <comment>how long ago, and what was there</comment>
        <translation>Stand %1: %2</translation>
    </message>
</context>
<context>
    <name>odc::OperationsCommands</name>
    <message>
        <source>&amp;Operations…</source>
        <translation>&amp;Operationen…</translation>
    </message>
</context>
<context>
    <name>odc::OperationsDialog</name>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Each operation of the API, where it is in the window, and its shortcut. Enter goes there.</source>
        <translation>Jede Operation der API, ihre Stelle im Fenster und ihr Kürzel. Die Eingabetaste führt dorthin.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Name in the API</source>
        <translation>Name in der API</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Filter: delete, vector_stores, Ctrl+O …</source>
        <translation>Filter: delete, vector_stores, Strg+O …</translation>
    </message>
    <message>
        <source>Filter the operations</source>
        <translation>Operationen filtern</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not in the window</source>
        <translation>Nicht im Fenster</translation>
    </message>
    <message>
        <source>The window has no use for it</source>
        <translation>Das Fenster braucht sie nicht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln operation(s)</source>
        <translation>
            <numerusform>%Ln Operation</numerusform>
            <numerusform>%Ln Operationen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::OutputItemsModel</name>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>%1, score</source>
        <translation>%1, Wert</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Wert</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>verdict, score</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <translation>%1, markiert</translation>
    </message>
</context>
<context>
    <name>odc::OverviewBoard</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Nichts ist zu erledigen.</translation>
    </message>
    <message>
        <source>by purpose</source>
        <translation>nach Zweck</translation>
    </message>
    <message>
        <source>by store</source>
        <translation>nach Speicher</translation>
    </message>
    <message>
        <source>Storage by purpose</source>
        <translation>Speicherplatz nach Zweck</translation>
    </message>
    <message>
        <source>Storage by vector store</source>
        <translation>Speicherplatz nach Vektorspeicher</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All jobs that ended</source>
        <translation>Alle beendeten Aufträge</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %Ln day(s)</source>
        <translation>
            <numerusform>Läuft binnen %Ln Tag ab</numerusform>
            <numerusform>Läuft binnen %Ln Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing expires soon.</source>
        <translation>Nichts läuft bald ab.</translation>
    </message>
    <message>
        <source>Ended in the last 24 hours</source>
        <translation>Beendet, letzte 24 h</translation>
    </message>
    <message>
        <source>Ended since your last visit</source>
        <translation>Beendet seit letztem Besuch</translation>
    </message>
    <message>
        <source>Nothing has ended.</source>
        <translation>Nichts ist zu Ende gegangen.</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>Nichts läuft.</translation>
    </message>
    <message>
        <source>Not watched: Refresh looks.</source>
        <translation>Nicht beobachtet: Aktualisieren sieht nach.</translation>
    </message>
    <message>
        <source>Batches, eval runs, fine-tuning jobs, stores that index, and transfers appear here while they run.</source>
        <translation>Batches, Eval-Läufe, Feinabstimmungsaufträge, indizierende Speicher und Übertragungen erscheinen hier, solange sie laufen.</translation>
    </message>
    <message>
        <source>What runs is not watched. Refresh looks once.</source>
        <translation>Was läuft, wird nicht beobachtet. Aktualisieren sieht einmal nach.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) ended</source>
        <translation>
            <numerusform>%Ln Auftrag beendet</numerusform>
            <numerusform>%Ln Aufträge beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed in the last 24 hours</source>
        <translation>Fehlschläge, letzte 24 h</translation>
    </message>
    <message>
        <source>Failed since your last visit</source>
        <translation>Fehlschläge seit letztem Besuch</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 that nothing uses</source>
        <comment>a size</comment>
        <translation>%1 unbenutzt</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a size</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Vector stores, a day</source>
        <translation>Vektorspeicher, pro Tag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln Speicher</numerusform>
            <numerusform>%Ln Speicher</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no vector stores.</source>
        <translation>Es gibt keine Vektorspeicher.</translation>
    </message>
    <message>
        <source>There are no files.</source>
        <translation>Es gibt keine Dateien.</translation>
    </message>
    <message>
        <source>the first %1 free of charge</source>
        <comment>a size</comment>
        <translation>die ersten %1 kostenlos</translation>
    </message>
</context>
<context>
    <name>odc::OverviewPage</name>
    <message>
        <source>Re&amp;fresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Reads all lists of the project once</source>
        <translation>Liest alle Listen des Projekts einmal</translation>
    </message>
    <message>
        <source>What &amp;changed</source>
        <translation>Ä&amp;nderungen</translation>
    </message>
    <message>
        <source>A&amp;lerts…</source>
        <translation>Hin&amp;weise…</translation>
    </message>
    <message>
        <source>What you are told of, and when something counts as stuck</source>
        <translation>Worauf hingewiesen wird, und wann etwas als hängend gilt</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Über&amp;sicht</translation>
    </message>
    <message>
        <source>Back to the overview (Alt+Left or Esc)</source>
        <translation>Zurück zur Übersicht (Alt+Links oder Esc)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>List of changes</source>
        <translation>Liste der Änderungen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Reading what this project holds…</source>
        <translation>Was dieses Projekt enthält, wird gelesen…</translation>
    </message>
    <message>
        <source>What runs, what ended, what expires, what is stored</source>
        <translation>Was läuft, was zu Ende ist, was abläuft, was gespeichert ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) ended</source>
        <translation>
            <numerusform>%Ln Auftrag beendet</numerusform>
            <numerusform>%Ln Aufträge beendet</numerusform>
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
        <source>%Ln file(s) added</source>
        <translation>
            <numerusform>%Ln Datei hinzugekommen</numerusform>
            <numerusform>%Ln Dateien hinzugekommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing ended in the last 24 hours</source>
        <translation>In den letzten 24 Stunden ging nichts zu Ende</translation>
    </message>
    <message>
        <source>Nothing ended since you were last here, %1</source>
        <comment>how long ago</comment>
        <translation>Seit dem letzten Besuch (%1) ging nichts zu Ende</translation>
    </message>
    <message>
        <source>In the last 24 hours: %1</source>
        <translation>In den letzten 24 Stunden: %1</translation>
    </message>
    <message>
        <source>Since you were last here, %1: %2</source>
        <comment>how long ago, and what happened</comment>
        <translation>Seit dem letzten Besuch (%1): %2</translation>
    </message>
    <message>
        <source>reading, %1 of %2 lists</source>
        <translation>wird gelesen, %1 von %2 Listen</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>how long ago</comment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>not all of it was read yet</source>
        <translation>noch nicht alles gelesen</translation>
    </message>
    <message>
        <source>not watched, and not all of it was read yet</source>
        <translation>nicht beobachtet und noch nicht alles gelesen</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>Nothing was read of this project yet.</source>
        <translation>Von diesem Projekt wurde noch nichts gelesen.</translation>
    </message>
    <message>
        <source>An archive is not watched: it does not change.</source>
        <translation>Ein Archiv wird nicht beobachtet: Es ändert sich nicht.</translation>
    </message>
    <message>
        <source>Watching is switched off in the preferences. Refresh reads all lists once.</source>
        <translation>Das Beobachten ist in den Einstellungen ausgeschaltet. Aktualisieren liest alle Listen einmal.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>This project is empty.</source>
        <translation>Dieses Projekt ist leer.</translation>
    </message>
    <message>
        <source>Sample data shows what the console can do; your own files are a good start, too.</source>
        <translation>Beispieldaten zeigen, was die Konsole kann; auch eigene Dateien sind ein guter Anfang.</translation>
    </message>
    <message>
        <source>Add sample data</source>
        <translation>Beispieldaten hinzufügen</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>Dateien hochladen…</translation>
    </message>
    <message>
        <source>Upload files to begin: batches, vector stores, evals and fine-tuning jobs are made from them.</source>
        <translation>Zum Beginnen Dateien hochladen: Aus ihnen werden Batches, Vektorspeicher, Evals und Feinabstimmungsaufträge.</translation>
    </message>
    <message>
        <source>Archive now</source>
        <translation>Jetzt archivieren</translation>
    </message>
    <message>
        <source>This project could not be read.</source>
        <translation>Dieses Projekt war nicht zu lesen.</translation>
    </message>
    <message>
        <source>This profile has no API key.</source>
        <translation>Dieses Profil hat keinen API-Schlüssel.</translation>
    </message>
    <message>
        <source>Enter one, and this page shows what the project holds.</source>
        <translation>Geben Sie einen ein, dann zeigt diese Seite, was das Projekt enthält.</translation>
    </message>
    <message>
        <source>Edit profile…</source>
        <translation>Profil bearbeiten…</translation>
    </message>
    <message>
        <source>what happened, history, since when</source>
        <comment>other words for what changed</comment>
        <translation>was geschehen ist, Verlauf, seit wann</translation>
    </message>
</context>
<context>
    <name>odc::OverviewRowsModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>odc::Palette</name>
    <message>
        <source>Nothing has that</source>
        <translation>Kein Treffer</translation>
    </message>
    <message numerus="yes">
        <source>Nothing has exactly that: %Ln like it</source>
        <translation>
            <numerusform>Kein genauer Treffer: %Ln ähnlicher</numerusform>
            <numerusform>Kein genauer Treffer: %Ln ähnliche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln results, the best are shown</source>
        <translation>
            <numerusform>%Ln Ergebnis, das beste wird gezeigt</numerusform>
            <numerusform>%Ln Ergebnisse, die besten werden gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Ergebnis</numerusform>
            <numerusform>%Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>%1 wird angefragt…</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
</context>
<context>
    <name>odc::PaletteFinder</name>
    <message>
        <source>A batch of files is read in its vector store, and which one that is, its id does not say.</source>
        <translation>Ein Dateibatch wird in seinem Vektorspeicher gelesen, und welcher das ist, sagt seine ID nicht.</translation>
    </message>
    <message>
        <source>The service does not tell of uploads by their ids. The uploads of this computer are under Transfers.</source>
        <translation>Über Uploads gibt der Dienst nach ihrer ID keine Auskunft. Die Uploads dieses Rechners stehen unter Übertragungen.</translation>
    </message>
    <message>
        <source>An item of an eval run is read in its run, and which one that is, its id does not say.</source>
        <translation>Ein Eintrag eines Eval-Laufs wird in seinem Lauf gelesen, und welcher das ist, sagt seine ID nicht.</translation>
    </message>
    <message>
        <source>A run is read in its eval, and none that was seen here has this one. Refresh the evals to see new runs.</source>
        <translation>Ein Lauf wird in seinem Eval gelesen, und keines der hier gesehenen enthält diesen. Die Evals aktualisieren, um neue Läufe zu sehen.</translation>
    </message>
    <message>
        <source>A checkpoint is read in its fine-tuning job, and none that was seen here has this one.</source>
        <translation>Ein Checkpoint wird in seinem Feinabstimmungsauftrag gelesen, und keiner der hier gesehenen enthält diesen.</translation>
    </message>
    <message>
        <source>Go to %1 %2</source>
        <comment>kind of object, id</comment>
        <translation>Zu %1 %2 gehen</translation>
    </message>
    <message>
        <source>Look for the id %1</source>
        <translation>Die ID %1 suchen</translation>
    </message>
    <message>
        <source>not seen yet: it will be asked for</source>
        <translation>noch nicht gesehen: wird angefragt</translation>
    </message>
</context>
<context>
    <name>odc::PaletteView</name>
    <message>
        <source>Find anything</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Actions, names, ids, metadata…</source>
        <translation>Aktionen, Namen, IDs, Metadaten…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Enter opens · %1 copies the id · &gt; actions · @ objects · Esc closes</source>
        <translation>Eingabe öffnet · %1 kopiert die ID · &gt; Aktionen · @ Objekte · Esc schließt</translation>
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
    <name>odc::PermissionsLoader</name>
    <message>
        <source>The list ends before it is complete</source>
        <translation>Die Liste endet, bevor sie vollständig ist</translation>
    </message>
</context>
<context>
    <name>odc::PermissionsModel</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>granting…</source>
        <translation>wird erteilt…</translation>
    </message>
    <message>
        <source>revoking…</source>
        <translation>wird entzogen…</translation>
    </message>
    <message>
        <source>not granted</source>
        <translation>nicht erteilt</translation>
    </message>
    <message>
        <source>not revoked</source>
        <translation>nicht entzogen</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>granted, %1</source>
        <translation>erteilt, %1</translation>
    </message>
    <message>
        <source>granting failed</source>
        <translation>Erteilen fehlgeschlagen</translation>
    </message>
    <message>
        <source>revoking failed</source>
        <translation>Entziehen fehlgeschlagen</translation>
    </message>
    <message>
        <source>The list of permissions is not read yet.</source>
        <translation>Die Liste der Berechtigungen ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The list of permissions could not be read.</source>
        <translation>Die Liste der Berechtigungen ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 may not use it.</source>
        <translation>%1 darf ihn nicht benutzen.</translation>
    </message>
    <message>
        <source>%1 may use it since %2.</source>
        <translation>%1 darf ihn benutzen, seit %2.</translation>
    </message>
    <message>
        <source>%1 may use it.</source>
        <translation>%1 darf ihn benutzen.</translation>
    </message>
    <message>
        <source>Waiting for the service.</source>
        <translation>Wartet auf den Dienst.</translation>
    </message>
    <message>
        <source>It could not be granted.</source>
        <translation>Sie ließ sich nicht erteilen.</translation>
    </message>
    <message>
        <source>It could not be revoked.</source>
        <translation>Sie ließ sich nicht entziehen.</translation>
    </message>
    <message>
        <source>%1 · failed</source>
        <comment>a checkpoint whose permissions could not be read</comment>
        <translation>%1 · fehlgeschlagen</translation>
    </message>
    <message>
        <source>Its list of permissions could not be read: %1.</source>
        <translation>Seine Liste der Berechtigungen ließ sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>d MMM yy</source>
        <comment>a date format</comment>
        <translation>d. MMM yy</translation>
    </message>
</context>
<context>
    <name>odc::PermissionsPane</name>
    <message numerus="yes">
        <source>Revoke %Ln permission(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Berechtigung der PRODUKTION entziehen?</numerusform>
            <numerusform>%Ln Berechtigungen der PRODUKTION entziehen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln permission(s)?</source>
        <translation>
            <numerusform>%Ln Berechtigung entziehen?</numerusform>
            <numerusform>%Ln Berechtigungen entziehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The project can no longer use the model of this checkpoint.</source>
        <translation>Das Projekt kann das Modell dieses Checkpoints nicht mehr benutzen.</translation>
    </message>
    <message>
        <source>The projects can no longer use the models of these checkpoints.</source>
        <translation>Die Projekte können die Modelle dieser Checkpoints nicht mehr benutzen.</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <comment>project, checkpoint</comment>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>What asks these models from there fails from then on. It can be granted again at any time.</source>
        <translation>Was von dort bei diesen Modellen anfragt, schlägt von da an fehl. Jederzeit lässt sich die Berechtigung neu erteilen.</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln</source>
        <translation>
            <numerusform>%Ln entziehen</numerusform>
            <numerusform>%Ln entziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>checkpoint, project</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>An archive cannot be changed</source>
        <translation>Ein Archiv lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>This profile is read-only</source>
        <translation>Dieses Profil ist schreibgeschützt</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>&amp;Erteilen</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Ent&amp;ziehen…</translation>
    </message>
    <message>
        <source>&amp;Add project…</source>
        <translation>&amp;Projekt hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Copy project ID</source>
        <translation>Projekt-ID &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>&amp;Refresh permissions</source>
        <translation>Berechtigungen &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Projects and checkpoints</source>
        <translation>Projekte und Checkpoints</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Final model</source>
        <translation>Endgültiges Modell</translation>
    </message>
    <message>
        <source>Choose a job to see who may use its checkpoints.</source>
        <translation>Einen Auftrag auswählen, um zu sehen, wer seine Checkpoints benutzen darf.</translation>
    </message>
    <message>
        <source>Permissions need an admin key.</source>
        <translation>Berechtigungen brauchen einen Admin-Schlüssel.</translation>
    </message>
    <message>
        <source>Which projects may use a checkpoint is for administrators of the organisation to say. Set OPENAI_ADMIN_KEY and start the console again.
The key is made in the organisation&apos;s settings, under Admin keys. It goes along with these three calls only: list, grant and revoke.</source>
        <translation>Welche Projekte einen Checkpoint benutzen dürfen, bestimmt die Verwaltung der Organisation. OPENAI_ADMIN_KEY setzen und die Konsole neu starten.
Der Schlüssel wird in den Einstellungen der Organisation unter „Admin keys“ erstellt. Er geht nur mit diesen drei Aufrufen mit: auflisten, erteilen und entziehen.</translation>
    </message>
    <message>
        <source>Which projects may use a checkpoint is for administrators of the organisation to say. An admin key is made in the organisation&apos;s settings, under Admin keys.
Put it into the profile: it is kept apart from the project&apos;s key, and goes along with these three calls only: list, grant and revoke.</source>
        <translation>Welche Projekte einen Checkpoint benutzen dürfen, bestimmt die Verwaltung der Organisation. Ein Admin-Schlüssel wird in den Einstellungen der Organisation unter „Admin keys“ erstellt.
Ihn im Profil eintragen: Er wird getrennt vom Schlüssel des Projekts aufbewahrt und geht nur mit diesen drei Aufrufen mit: auflisten, erteilen und entziehen.</translation>
    </message>
    <message>
        <source>Open the profile…</source>
        <translation>Profil öffnen…</translation>
    </message>
    <message>
        <source>Loading the checkpoints…</source>
        <translation>Die Checkpoints werden geladen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This job left nothing that others could use.</source>
        <translation>Dieser Auftrag hinterließ nichts, was andere benutzen könnten.</translation>
    </message>
    <message>
        <source>There is nothing yet that others could use.</source>
        <translation>Noch gibt es nichts, was andere benutzen könnten.</translation>
    </message>
    <message>
        <source>Checkpoints appear at the end of each epoch.</source>
        <translation>Checkpoints erscheinen am Ende jeder Epoche.</translation>
    </message>
    <message>
        <source>The service does not take the profile&apos;s admin key as one.</source>
        <translation>Der Dienst erkennt den Admin-Schlüssel des Profils nicht als solchen an.</translation>
    </message>
    <message>
        <source>Permissions need the key of an administrator of the organisation; they usually begin with sk-admin-.</source>
        <translation>Berechtigungen brauchen den Schlüssel einer Person, die die Organisation verwaltet; er beginnt meist mit sk-admin-.</translation>
    </message>
    <message>
        <source>Loading the permissions…</source>
        <translation>Berechtigungen werden geladen…</translation>
    </message>
    <message>
        <source>No other project may use these checkpoints.</source>
        <translation>Kein anderes Projekt darf diese Checkpoints benutzen.</translation>
    </message>
    <message>
        <source>Add a project of the organisation to let it use them.</source>
        <translation>Ein Projekt der Organisation hinzufügen, damit es sie benutzen darf.</translation>
    </message>
    <message>
        <source>Add project…</source>
        <translation>Projekt hinzufügen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) may use them</source>
        <translation>
            <numerusform>%Ln Projekt darf sie benutzen</numerusform>
            <numerusform>%Ln Projekte dürfen sie benutzen</numerusform>
        </translation>
    </message>
    <message>
        <source>no project may use them</source>
        <translation>kein Projekt darf sie benutzen</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>The permissions of %1 could not be read: %2.</source>
        <translation>Die Berechtigungen von %1 ließen sich nicht lesen: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;voke %Ln…</source>
        <translation>
            <numerusform>%Ln ent&amp;ziehen…</numerusform>
            <numerusform>%Ln ent&amp;ziehen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Let the selected projects use the selected checkpoints (Space)</source>
        <translation>Den ausgewählten Projekten die ausgewählten Checkpoints erlauben (Leertaste)</translation>
    </message>
    <message>
        <source>Select where a project may not use a checkpoint yet</source>
        <translation>Auswählen, wo ein Projekt einen Checkpoint noch nicht benutzen darf</translation>
    </message>
    <message>
        <source>Take the selected permissions away (Space)</source>
        <translation>Die ausgewählten Berechtigungen entziehen (Leertaste)</translation>
    </message>
    <message>
        <source>Select where a project may use a checkpoint</source>
        <translation>Auswählen, wo ein Projekt einen Checkpoint benutzen darf</translation>
    </message>
    <message>
        <source>Add a project that is not in the list yet</source>
        <translation>Ein Projekt hinzufügen, das noch nicht in der Liste steht</translation>
    </message>
    <message>
        <source>The job: %1.</source>
        <translation>Der Auftrag: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Grant %Ln permission(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Berechtigung der PRODUKTION erteilen?</numerusform>
            <numerusform>%Ln Berechtigungen der PRODUKTION erteilen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant %Ln permission(s)?</source>
        <translation>
            <numerusform>%Ln Berechtigung erteilen?</numerusform>
            <numerusform>%Ln Berechtigungen erteilen?</numerusform>
        </translation>
    </message>
    <message>
        <source>These projects can use the models of these checkpoints from then on.</source>
        <translation>Diese Projekte können die Modelle dieser Checkpoints von da an benutzen.</translation>
    </message>
    <message>
        <source>It can be revoked at any time.</source>
        <translation>Das lässt sich jederzeit wieder entziehen.</translation>
    </message>
    <message numerus="yes">
        <source>Grant %Ln</source>
        <translation>
            <numerusform>%Ln erteilen</numerusform>
            <numerusform>%Ln erteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Grant %Ln…</source>
        <translation>
            <numerusform>%Ln &amp;erteilen…</numerusform>
            <numerusform>%Ln &amp;erteilen…</numerusform>
        </translation>
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
        <source>Close</source>
        <translation>Schließen</translation>
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
    <message>
        <source>Quit the program and start it again: until then its language stays.</source>
        <translation>Beenden Sie das Programm und starten Sie es neu: Bis dahin bleibt seine Sprache.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>odc::PricesEdit</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Back to the examples</source>
        <translation>Zurück zu den Beispielen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>A &amp;batch costs</source>
        <translation>Ein &amp;Batch kostet</translation>
    </message>
    <message>
        <source>of the price</source>
        <translation>des Preises</translation>
    </message>
    <message>
        <source>%1 Until then the prices of before hold.</source>
        <translation>%1 Bis dahin gelten die bisherigen Preise.</translation>
    </message>
    <message>
        <source>Examples: public prices of %1. They may have changed since.</source>
        <translation>Beispiele: öffentliche Preise vom %1. Sie können sich seither geändert haben.</translation>
    </message>
    <message>
        <source>A dated snapshot costs what its model costs; name* is for all models that begin so.</source>
        <translation>Ein datierter Stand kostet so viel wie sein Modell; name* gilt für alle Modelle, die so beginnen.</translation>
    </message>
    <message>
        <source>$</source>
        <translation>$</translation>
    </message>
    <message>
        <source>GB of vector stores that are free</source>
        <translation>GB an Vektorspeichern, die nichts kosten</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>&amp;Vector stores cost</source>
        <translation>&amp;Vektorspeicher kosten</translation>
    </message>
    <message>
        <source>a GB and day</source>
        <translation>je GB und Tag</translation>
    </message>
    <message>
        <source>beyond the first</source>
        <translation>über die ersten</translation>
    </message>
    <message>
        <source>US dollars for a million tokens. Costs of batches, vector stores and training are estimated with them; what is billed may differ.</source>
        <translation>US-Dollar für eine Million Token. Kosten von Batches, Vektorspeichern und Training werden damit geschätzt; die Rechnung kann abweichen.</translation>
    </message>
</context>
<context>
    <name>odc::PricesModel</name>
    <message>
        <source>As other input</source>
        <translation>Wie andere Eingabe</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Zwischengespeicherte Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>No price: training is not estimated</source>
        <translation>Kein Preis: Training wird nicht geschätzt</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>odc::ProblemLine</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the field</source>
        <translation>Feld anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>(%Ln more)</source>
        <translation>
            <numerusform>(%Ln weiteres)</numerusform>
            <numerusform>(%Ln weitere)</numerusform>
        </translation>
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
    <message>
        <source>The archive could not be opened</source>
        <translation>Das Archiv konnte nicht geöffnet werden</translation>
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
    <message>
        <source>What is in this copy is not deleted: it stays in %1.</source>
        <translation>Was in dieser Kopie ist, wird nicht gelöscht: Es bleibt in %1.</translation>
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
    <name>odc::ProjectDialog</name>
    <message>
        <source>Add a project</source>
        <translation>Projekt hinzufügen</translation>
    </message>
    <message>
        <source>Its ID is on the project&apos;s page in the organisation&apos;s settings. Adding it grants nothing yet: you choose the checkpoints next.</source>
        <translation>Seine ID steht auf der Seite des Projekts in den Einstellungen der Organisation. Das Hinzufügen erteilt noch nichts: Die Checkpoints werden danach ausgewählt.</translation>
    </message>
    <message>
        <source>&amp;Project ID</source>
        <translation>&amp;Projekt-ID</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add project</source>
        <translation>Projekt hinzufügen</translation>
    </message>
    <message>
        <source>This project is in the list already.</source>
        <translation>Dieses Projekt steht schon in der Liste.</translation>
    </message>
    <message>
        <source>The ID of a project begins with proj_, and has letters, digits, _ and - behind it.</source>
        <translation>Die ID eines Projekts beginnt mit proj_, danach folgen Buchstaben, Ziffern, _ und -.</translation>
    </message>
    <message>
        <source>The ID of a project is not that long.</source>
        <translation>So lang ist die ID eines Projekts nicht.</translation>
    </message>
</context>
<context>
    <name>odc::PromptPane</name>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>It is &amp;asked</source>
        <translation>&amp;Gefragt wird mit</translation>
    </message>
    <message>
        <source>these messages</source>
        <translation>diesen Nachrichten</translation>
    </message>
    <message>
        <source>the messages in a value of the item</source>
        <translation>den Nachrichten in einem Wert des Eintrags</translation>
    </message>
    <message>
        <source>nothing: stored answers are graded</source>
        <translation>nichts: gespeicherte Antworten werden bewertet</translation>
    </message>
    <message>
        <source>Path of the value with the messages</source>
        <translation>Pfad des Werts mit den Nachrichten</translation>
    </message>
    <message>
        <source>A list of messages in each row, as in item.messages; without braces.</source>
        <translation>Eine Liste von Nachrichten in jeder Zeile, wie item.messages; ohne Klammern.</translation>
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
    <name>odc::RequestView</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Überlegung</translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Revised prompt</source>
        <translation>Überarbeiteter Prompt</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>A line that is no JSON</source>
        <translation>Eine Zeile, die kein JSON ist</translation>
    </message>
    <message>
        <source>Its answer comes when the batch has ended.</source>
        <translation>Die Antwort kommt, wenn der Batch zu Ende ist.</translation>
    </message>
    <message>
        <source>The batch&apos;s time was over before this request was answered.</source>
        <translation>Die Zeit des Batches war um, bevor diese Anfrage beantwortet wurde.</translation>
    </message>
    <message>
        <source>The batch was cancelled before this request was answered.</source>
        <translation>Der Batch wurde abgebrochen, bevor diese Anfrage beantwortet wurde.</translation>
    </message>
    <message>
        <source>None of the files has an answer to this request.</source>
        <translation>Keine der Dateien hat eine Antwort auf diese Anfrage.</translation>
    </message>
    <message>
        <source>Select a request to read it and its answer.</source>
        <translation>Wählen Sie eine Anfrage, um sie und ihre Antwort zu lesen.</translation>
    </message>
    <message>
        <source>Copy the custom_id</source>
        <translation>custom_id kopieren</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>Die Anfrage</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>The lines of request and answer as JSON</source>
        <translation>Die Zeilen von Anfrage und Antwort als JSON</translation>
    </message>
    <message>
        <source>A line without a custom_id</source>
        <translation>Eine Zeile ohne custom_id</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht aus</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>%1 + %2 tokens</source>
        <comment>in, out</comment>
        <translation>%1 + %2 Token</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>answered twice</source>
        <translation>zweimal beantwortet</translation>
    </message>
    <message>
        <source>nobody asked for it</source>
        <translation>niemand hat danach gefragt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>A line of %1: open the file to read it.</source>
        <translation>Eine Zeile von %1: Öffnen Sie die Datei, um sie zu lesen.</translation>
    </message>
    <message>
        <source>The request is not at hand.</source>
        <translation>Die Anfrage ist nicht zur Hand.</translation>
    </message>
</context>
<context>
    <name>odc::ResultExports</name>
    <message>
        <source>Copy &amp;custom_id</source>
        <translation>&amp;custom_id kopieren</translation>
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
        <source>Table as &amp;CSV</source>
        <translation>Tabelle als &amp;CSV</translation>
    </message>
    <message>
        <source>&amp;Joined requests and answers as JSON lines</source>
        <translation>Anfragen mit &amp;Antworten als JSON-Zeilen</translation>
    </message>
    <message>
        <source>&amp;One output file of all attempts</source>
        <translation>&amp;Eine Ausgabedatei aller Versuche</translation>
    </message>
    <message>
        <source>Writing: %1 of %2 rows</source>
        <translation>Wird geschrieben: %1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>&amp;All rows…</source>
        <translation>&amp;Alle Zeilen …</translation>
    </message>
    <message>
        <source>The &amp;shown rows…</source>
        <translation>Die &amp;gezeigten Zeilen …</translation>
    </message>
    <message>
        <source>A&amp;nswered requests only…</source>
        <translation>Nur &amp;beantwortete Anfragen …</translation>
    </message>
    <message>
        <source>Export the results of the batch</source>
        <translation>Ergebnisse des Batches exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln Zeile nach %1 geschrieben.</numerusform>
            <numerusform>%Ln Zeilen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped; nothing was written.</source>
        <translation>Der Export wurde angehalten; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>odc::ResultsHead</name>
    <message>
        <source>everything answered</source>
        <translation>alles beantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 window</source>
        <comment>a time: 24h</comment>
        <translation>Zeitfenster %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answered</source>
        <translation>
            <numerusform>%Ln beantwortet</numerusform>
            <numerusform>%Ln beantwortet</numerusform>
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
        <source>%Ln to come</source>
        <translation>
            <numerusform>%Ln steht aus</numerusform>
            <numerusform>%Ln stehen aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without an answer</source>
        <translation>
            <numerusform>%Ln ohne Antwort</numerusform>
            <numerusform>%Ln ohne Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>The tokens the service counted, by your table of prices.</source>
        <translation>Die Token, die der Dienst gezählt hat, nach Ihrer Preistabelle.</translation>
    </message>
    <message>
        <source>%1 actual</source>
        <comment>a price</comment>
        <translation>%1 tatsächlich</translation>
    </message>
    <message>
        <source>The tokens its answers name, by your table of prices; the service gave no figures of its own.</source>
        <translation>Die Token, die seine Antworten nennen, nach Ihrer Preistabelle; der Dienst gab keine eigenen Zahlen.</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a price</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>They may be answers to requests that seem to have none.</source>
        <translation>Sie können Antworten auf Anfragen sein, die keine zu haben scheinen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) unreadable</source>
        <translation>
            <numerusform>%Ln Zeile nicht lesbar</numerusform>
            <numerusform>%Ln Zeilen nicht lesbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::ResultsLook</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Fetching %1.</source>
        <translation>Wird geholt: %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The file %1 is not there any more.</source>
        <translation>Die Datei %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file %1 could not be read: %2. %3</source>
        <translation>Die Datei %1 konnte nicht gelesen werden: %2. %3</translation>
    </message>
    <message>
        <source>only the first %1</source>
        <translation>nur die ersten %1</translation>
    </message>
</context>
<context>
    <name>odc::ResultsPane</name>
    <message>
        <source>&amp;Send the rest again</source>
        <translation>Den &amp;Rest erneut senden</translation>
    </message>
    <message>
        <source>&amp;Next request without an answer</source>
        <translation>&amp;Nächste Anfrage ohne Antwort</translation>
    </message>
    <message>
        <source>&amp;Previous request without an answer</source>
        <translation>&amp;Vorige Anfrage ohne Antwort</translation>
    </message>
    <message>
        <source>Open the &amp;line in its file</source>
        <translation>Die &amp;Zeile in ihrer Datei öffnen</translation>
    </message>
    <message>
        <source>Go to the &amp;input file</source>
        <translation>Zur &amp;Eingabedatei</translation>
    </message>
    <message>
        <source>Go to the &amp;output file</source>
        <translation>Zur &amp;Ausgabedatei</translation>
    </message>
    <message>
        <source>Go to the e&amp;rror file</source>
        <translation>Zur &amp;Fehlerdatei</translation>
    </message>
    <message>
        <source>Show &amp;why</source>
        <translation>&amp;Warum zeigen</translation>
    </message>
    <message>
        <source>Errors in this batch</source>
        <translation>Fehler in diesem Batch</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Joining requests and answers: %1</source>
        <translation>Anfragen und Antworten werden verbunden: %1</translation>
    </message>
    <message>
        <source>Fetching the files of the batch: %1</source>
        <translation>Die Dateien des Batches werden geholt: %1</translation>
    </message>
    <message>
        <source>Searching: %1 of %2 requests, %3 found</source>
        <translation>Suche: %1 von %2 Anfragen, %3 gefunden</translation>
    </message>
    <message>
        <source>Sorting by the texts of the files…</source>
        <translation>Nach den Texten der Dateien wird sortiert …</translation>
    </message>
    <message>
        <source>Every request further down has its answer.</source>
        <translation>Jede Anfrage weiter unten hat ihre Antwort.</translation>
    </message>
    <message>
        <source>Every request further up has its answer.</source>
        <translation>Jede Anfrage weiter oben hat ihre Antwort.</translation>
    </message>
    <message>
        <source>Requests of %1</source>
        <translation>Anfragen von %1</translation>
    </message>
    <message>
        <source>Answers of %1</source>
        <translation>Antworten von %1</translation>
    </message>
    <message>
        <source>The profile is read-only.</source>
        <translation>Das Profil ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The results are not here yet.</source>
        <translation>Die Ergebnisse sind noch nicht da.</translation>
    </message>
    <message>
        <source>The batch is still running: what is left shows when it has ended.</source>
        <translation>Der Batch läuft noch: Was bleibt, zeigt sich, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>The file with the requests is gone.</source>
        <translation>Die Datei mit den Anfragen ist weg.</translation>
    </message>
    <message>
        <source>A file with answers is gone: nobody knows what is left.</source>
        <translation>Eine Datei mit Antworten ist weg: Niemand weiß, was bleibt.</translation>
    </message>
    <message>
        <source>Every request has its answer.</source>
        <translation>Jede Anfrage hat ihre Antwort.</translation>
    </message>
    <message>
        <source>&amp;Send the rest again (%1)</source>
        <translation>Den &amp;Rest erneut senden (%1)</translation>
    </message>
    <message>
        <source>Makes a new batch of the requests that have no answer.</source>
        <translation>Macht einen neuen Batch aus den Anfragen ohne Antwort.</translation>
    </message>
</context>
<context>
    <name>odc::ReviewModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
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
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>changed by somebody else; a check overwrites it</source>
        <translation>von jemand anderem geändert; ein Häkchen überschreibt es</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 wird zu %2</translation>
    </message>
    <message>
        <source>–</source>
        <comment>nothing</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>odc::RevokePermissionsJob</name>
    <message>
        <source>was already revoked</source>
        <translation>war schon entzogen</translation>
    </message>
    <message>
        <source>The permission was not there any more, but the project is still in the list of those who may use it</source>
        <translation>Die Berechtigung war nicht mehr da, aber das Projekt steht noch in der Liste derer, die es verwenden dürfen</translation>
    </message>
</context>
<context>
    <name>odc::RewardEdit</name>
    <message>
        <source>Try the reward on sample rows…</source>
        <translation>Belohnung an Beispielzeilen ausprobieren…</translation>
    </message>
    <message>
        <source>The reward is</source>
        <translation>Die Belohnung ist</translation>
    </message>
    <message>
        <source>the score of &amp;one grader</source>
        <translation>der Punktwert &amp;eines Bewerters</translation>
    </message>
    <message>
        <source>a &amp;formula over several</source>
        <translation>eine &amp;Formel über mehrere</translation>
    </message>
    <message>
        <source>&amp;Grader</source>
        <translation>&amp;Bewerter</translation>
    </message>
    <message>
        <source>Kind of grader</source>
        <translation>Art des Bewerters</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>eine auswählen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>For&amp;mula</source>
        <translation>For&amp;mel</translation>
    </message>
    <message>
        <source>Numbers, the names of the graders below, + - * / ^, brackets, and %1.</source>
        <translation>Zahlen, die Namen der Bewerter unten, + - * / ^, Klammern und %1.</translation>
    </message>
    <message>
        <source>Another grader is called “%1”: the formula could not tell them apart.</source>
        <translation>Ein anderer Bewerter heißt „%1“: Die Formel könnte sie nicht unterscheiden.</translation>
    </message>
    <message>
        <source>A formula cannot name it “%1”: take letters, digits and underscores.</source>
        <translation>Eine Formel kann ihn nicht „%1“ nennen: Buchstaben, Ziffern und Unterstriche nehmen.</translation>
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
</context>
<context>
    <name>odc::RowsPane</name>
    <message>
        <source>Rows, one JSON object a line</source>
        <translation>Zeilen, ein JSON-Objekt je Zeile</translation>
    </message>
    <message>
        <source>Rows from a file…</source>
        <translation>Zeilen aus Datei…</translation>
    </message>
    <message>
        <source>Rows that do not fit</source>
        <translation>Zeilen, die nicht passen</translation>
    </message>
    <message>
        <source>Rows of the run</source>
        <translation>Zeilen des Laufs</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>Zeile %1: %2.</translation>
    </message>
    <message>
        <source>Row %1: %2.</source>
        <translation>Datenzeile %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a sample</source>
        <translation>
            <numerusform>%Ln mit Antwort</numerusform>
            <numerusform>%Ln mit Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>plain objects are taken for items</source>
        <translation>einfache Objekte gelten als Einträge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) do not fit</source>
        <translation>
            <numerusform>%Ln Zeile passt nicht</numerusform>
            <numerusform>%Ln Zeilen passen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Write or paste rows, or take them from a file.</source>
        <translation>Zeilen schreiben, einfügen oder aus einer Datei nehmen.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Datenzeile %1: %2</translation>
    </message>
    <message>
        <source>These rows are %1: more than the %2 that go along with a request. Upload them as a file, and choose it as the source.</source>
        <translation>Diese Zeilen sind %1: mehr als die %2, die mit einer Anfrage mitgehen. Laden Sie sie als Datei hoch und wählen Sie diese als Quelle.</translation>
    </message>
</context>
<context>
    <name>odc::SchemaEdit</name>
    <message>
        <source>Add inside</source>
        <translation>Innen hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>Properties of an item</source>
        <translation>Eigenschaften eines Eintrags</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Schema of an item as JSON</source>
        <translation>Schema eines Eintrags als JSON</translation>
    </message>
    <message>
        <source>Add property</source>
        <translation>Eigenschaft hinzufügen</translation>
    </message>
    <message>
        <source>Infer from a JSONL file…</source>
        <translation>Aus einer JSONL-Datei ableiten…</translation>
    </message>
    <message>
        <source>A schema is an object.</source>
        <translation>Ein Schema ist ein Objekt.</translation>
    </message>
    <message>
        <source>each entry</source>
        <translation>jedes Element</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Typ von %1</translation>
    </message>
    <message>
        <source>%1 or null</source>
        <translation>%1 oder null</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>A property needs a name.</source>
        <translation>Eine Eigenschaft braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>„%1“ ist schon da.</translation>
    </message>
</context>
<context>
    <name>odc::SearchLabPane</name>
    <message>
        <source>&amp;Run the query</source>
        <translation>Suchanfrage aus&amp;führen</translation>
    </message>
    <message>
        <source>Run the query &amp;set</source>
        <translation>&amp;Satz von Suchanfragen ausführen</translation>
    </message>
    <message>
        <source>&amp;Open in its contents</source>
        <translation>Im &amp;Inhalt öffnen</translation>
    </message>
    <message>
        <source>&amp;Expected for this query</source>
        <translation>Für diese Suchanfrage &amp;erwartet</translation>
    </message>
    <message>
        <source>Show the &amp;whole text</source>
        <translation>Ganzen &amp;Text zeigen</translation>
    </message>
    <message>
        <source>&amp;Add a setting</source>
        <translation>Einstellung &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Edit the se&amp;tting…</source>
        <translation>Einstellung &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>Re&amp;move the setting</source>
        <translation>Einstellung e&amp;ntfernen</translation>
    </message>
    <message>
        <source>&amp;Conditions of all settings…</source>
        <translation>Be&amp;dingungen aller Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Du&amp;plizieren</translation>
    </message>
    <message>
        <source>Conditions of all settings</source>
        <translation>Bedingungen aller Einstellungen</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Suchanfragen</translation>
    </message>
    <message>
        <source>A set has at most %1 queries.</source>
        <translation>Ein Satz hat höchstens %1 Suchanfragen.</translation>
    </message>
    <message>
        <source>The query is in the set “%1” now.</source>
        <translation>Die Suchanfrage ist jetzt im Satz „%1“.</translation>
    </message>
    <message>
        <source>The query sets could not be saved: %1</source>
        <translation>Die Sätze von Suchanfragen ließen sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>the run of a query set</source>
        <translation>die Ausführung eines Satzes von Suchanfragen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln search(es) failed. They do not count in the means; their rows say why.</source>
        <translation>
            <numerusform>%Ln Suche ist fehlgeschlagen. Sie zählt nicht in den Mittelwerten; ihre Zeile sagt, warum.</numerusform>
            <numerusform>%Ln Suchen sind fehlgeschlagen. Sie zählen nicht in den Mittelwerten; ihre Zeilen sagen, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting %1: %2</source>
        <translation>Einstellung %1: %2</translation>
    </message>
    <message>
        <source>Conditions: %1</source>
        <translation>Bedingungen: %1</translation>
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
    <message>
        <source>Open &amp;JSONL file…</source>
        <translation>&amp;JSONL-Datei öffnen …</translation>
    </message>
    <message>
        <source>Open JSONL file</source>
        <translation>JSONL-Datei öffnen</translation>
    </message>
    <message>
        <source>Lines (%1)</source>
        <translation>Zeilen (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>Find an&amp;ything…</source>
        <translation>Überall s&amp;uchen…</translation>
    </message>
    <message>
        <source>C&amp;lean up…</source>
        <translation>Aufräu&amp;men…</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Fo&amp;rward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>settings, options, prices, costs, alerts, notifications, dark mode</source>
        <comment>other words for preferences</comment>
        <translation>Optionen, Preise, Kosten, Hinweise, Benachrichtigungen, dunkel</translation>
    </message>
    <message>
        <source>find duplicates, orphans, remove unused, expired</source>
        <comment>other words for cleaning up</comment>
        <translation>bereinigen, Duplikate, Verwaistes, Unbenutztes, Abgelaufenes</translation>
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
    <message>
        <source>ARCHIVE, %1, made %2</source>
        <translation>ARCHIV, %1, vom %2</translation>
    </message>
    <message>
        <source>It does not hold everything. Archive into the same folder again to get the rest.</source>
        <translation>Es enthält nicht alles. Archivieren Sie noch einmal in denselben Ordner, um den Rest zu bekommen.</translation>
    </message>
    <message>
        <source>UNFINISHED ARCHIVE, %1, stopped %2</source>
        <translation>UNFERTIGES ARCHIV, %1, angehalten %2</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
</context>
<context>
    <name>odc::SteerJobsJob</name>
    <message>
        <source>no answer came, but the job shows that it was done</source>
        <translation>es kam keine Antwort, aber der Auftrag zeigt, dass es geschehen ist</translation>
    </message>
    <message>
        <source>had ended before</source>
        <translation>war schon zu Ende</translation>
    </message>
    <message>
        <source>Cancelling job %1 of %2</source>
        <translation>Auftrag %1 von %2 wird abgebrochen</translation>
    </message>
    <message>
        <source>Cancelling “%1”</source>
        <translation>„%1“ wird abgebrochen</translation>
    </message>
    <message>
        <source>Pausing job %1 of %2</source>
        <translation>Auftrag %1 von %2 wird angehalten</translation>
    </message>
    <message>
        <source>Pausing “%1”</source>
        <translation>„%1“ wird angehalten</translation>
    </message>
    <message>
        <source>Resuming job %1 of %2</source>
        <translation>Auftrag %1 von %2 wird fortgesetzt</translation>
    </message>
    <message>
        <source>Resuming “%1”</source>
        <translation>„%1“ wird fortgesetzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) cancelled</source>
        <translation>
            <numerusform>%Ln Auftrag abgebrochen</numerusform>
            <numerusform>%Ln Aufträge abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cancelled</source>
        <translation>„%1“ abgebrochen</translation>
    </message>
    <message>
        <source>“%1” not cancelled</source>
        <translation>„%1“ nicht abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) paused</source>
        <translation>
            <numerusform>%Ln Auftrag angehalten</numerusform>
            <numerusform>%Ln Aufträge angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” paused</source>
        <translation>„%1“ angehalten</translation>
    </message>
    <message>
        <source>“%1” not paused</source>
        <translation>„%1“ nicht angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) resumed</source>
        <translation>
            <numerusform>%Ln Auftrag fortgesetzt</numerusform>
            <numerusform>%Ln Aufträge fortgesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” resumed</source>
        <translation>„%1“ fortgesetzt</translation>
    </message>
    <message>
        <source>“%1” not resumed</source>
        <translation>„%1“ nicht fortgesetzt</translation>
    </message>
</context>
<context>
    <name>odc::StoreChoiceDialog</name>
    <message>
        <source>Which vector store?</source>
        <translation>Welcher Vektorspeicher?</translation>
    </message>
    <message>
        <source>Filter stores</source>
        <translation>Speicher filtern</translation>
    </message>
    <message>
        <source>Vector stores</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New store…</source>
        <translation>Neuer Speicher…</translation>
    </message>
    <message>
        <source>Add to this store</source>
        <translation>Zu diesem Speicher hinzufügen</translation>
    </message>
    <message>
        <source>This store has expired.</source>
        <translation>Dieser Speicher ist abgelaufen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This server has no vector stores.</source>
        <translation>Dieser Server hat keine Vektorspeicher.</translation>
    </message>
    <message>
        <source>There are no stores yet: make a new one.</source>
        <translation>Es gibt noch keine Speicher: einen neuen anlegen.</translation>
    </message>
</context>
<context>
    <name>odc::StoreCommands</name>
    <message>
        <source>“%1” could not be read: %2.</source>
        <translation>„%1“ konnte nicht gelesen werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln file(s) of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Datei der PRODUKTION löschen?</numerusform>
            <numerusform>%Ln Dateien der PRODUKTION löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln file(s)?</source>
        <translation>
            <numerusform>%Ln Datei löschen?</numerusform>
            <numerusform>%Ln Dateien löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>On profile “%1”. This cannot be undone.</source>
        <translation>Im Profil „%1“. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Deleted files leave every vector store they are in, not only this one. To keep a file and take it out of one store, take it out instead.</source>
        <translation>Gelöschte Dateien verschwinden aus jedem Vektorspeicher, in dem sie sind, nicht nur aus diesem. Um eine Datei zu behalten und nur einem Speicher zu entnehmen, stattdessen herausnehmen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>%Ln löschen</numerusform>
            <numerusform>%Ln löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln file(s) out of stores of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Datei aus Speichern der PRODUKTION herausnehmen?</numerusform>
            <numerusform>%Ln Dateien aus Speichern der PRODUKTION herausnehmen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln file(s) out of the store?</source>
        <translation>
            <numerusform>%Ln Datei aus dem Speicher herausnehmen?</numerusform>
            <numerusform>%Ln Dateien aus dem Speicher herausnehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files themselves stay. Searches do not find them any more; putting them in again indexes them anew.</source>
        <translation>Die Dateien selbst bleiben. Suchen finden sie nicht mehr; erneutes Aufnehmen indiziert sie neu.</translation>
    </message>
    <message numerus="yes">
        <source>Take out %Ln</source>
        <translation>
            <numerusform>%Ln herausnehmen</numerusform>
            <numerusform>%Ln herausnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s) gone</source>
        <translation>
            <numerusform>%Ln Speicher weg</numerusform>
            <numerusform>%Ln Speicher weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) gone</source>
        <translation>
            <numerusform>%Ln Datei weg</numerusform>
            <numerusform>%Ln Dateien weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shared file(s) still there</source>
        <translation>
            <numerusform>%Ln geteilte Datei noch da</numerusform>
            <numerusform>%Ln geteilte Dateien noch da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) out of the store</source>
        <translation>
            <numerusform>%Ln Datei aus dem Speicher heraus</numerusform>
            <numerusform>%Ln Dateien aus dem Speicher heraus</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked by listing: %1.</source>
        <translation>Durch Auflisten geprüft: %1.</translation>
    </message>
    <message>
        <source>Whether everything is gone could not be checked: %1.</source>
        <translation>Ob alles weg ist, ließ sich nicht prüfen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The list still has %Ln deleted store(s).</source>
        <translation>
            <numerusform>Die Liste hat noch %Ln gelöschten Speicher.</numerusform>
            <numerusform>Die Liste hat noch %Ln gelöschte Speicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list still has deleted files: %1.</source>
        <translation>Die Liste hat noch gelöschte Dateien: %1.</translation>
    </message>
    <message>
        <source>Files that other stores use are missing: %1.</source>
        <translation>Dateien, die andere Speicher nutzen, fehlen: %1.</translation>
    </message>
    <message>
        <source>The store still has: %1.</source>
        <translation>Der Speicher hat noch: %1.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es) of files of PRODUCTION?</source>
        <translation>
            <numerusform>%Ln Dateibatch der PRODUKTION abbrechen?</numerusform>
            <numerusform>%Ln Dateibatches der PRODUKTION abbrechen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es) of files?</source>
        <translation>
            <numerusform>%Ln Dateibatch abbrechen?</numerusform>
            <numerusform>%Ln Dateibatches abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are indexed stay in the store. The others are cancelled as soon as may be, and can be tried again.</source>
        <translation>Indizierte Dateien bleiben im Speicher. Die übrigen werden so bald wie möglich abgebrochen und lassen sich erneut versuchen.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln batch(es)</source>
        <translation>
            <numerusform>%Ln Batch abbrechen</numerusform>
            <numerusform>%Ln Batches abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let run</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>The batch could not be cancelled: %1.</source>
        <translation>Der Batch konnte nicht abgebrochen werden: %1.</translation>
    </message>
</context>
<context>
    <name>odc::StoreDeletionJob</name>
    <message>
        <source>kept: it is in use, or may be, in “%1”</source>
        <translation>behalten: wird in „%1“ genutzt, oder vielleicht</translation>
    </message>
    <message>
        <source>was already gone</source>
        <translation>war schon weg</translation>
    </message>
</context>
<context>
    <name>odc::StoreDetails</name>
    <message>
        <source>Completed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Select a store or a file to see what it is.</source>
        <translation>Einen Speicher oder eine Datei wählen, um zu sehen, was es ist.</translation>
    </message>
    <message>
        <source>The object as JSON</source>
        <translation>Das Objekt als JSON</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Search lab</source>
        <translation>Suchlabor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Cost a day</source>
        <translation>Kosten je Tag</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Expiry policy</source>
        <translation>Ablaufregel</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Size in the store</source>
        <translation>Größe im Speicher</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>Chunking</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>This store has expired: it cannot be searched any more.</source>
        <translation>Dieser Speicher ist abgelaufen: Er lässt sich nicht mehr durchsuchen.</translation>
    </message>
    <message>
        <source>It expires %1 unless it is used before.</source>
        <translation>Er läuft %1 ab, wenn er vorher nicht genutzt wird.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) failed: searches do not find them.</source>
        <translation>
            <numerusform>%Ln Datei ist fehlgeschlagen: Suchen finden sie nicht.</numerusform>
            <numerusform>%Ln Dateien sind fehlgeschlagen: Suchen finden sie nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were cancelled: searches do not find them.</source>
        <translation>
            <numerusform>%Ln Datei wurde abgebrochen: Suchen finden sie nicht.</numerusform>
            <numerusform>%Ln Dateien wurden abgebrochen: Suchen finden sie nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>An estimate, by the prices in the preferences; what is free is shared out by size.</source>
        <translation>Eine Schätzung nach den Preisen in den Einstellungen; was nichts kostet, ist nach Größe aufgeteilt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) after it was last used</source>
        <translation>
            <numerusform>%Ln Tag nach der letzten Nutzung</numerusform>
            <numerusform>%Ln Tage nach der letzten Nutzung</numerusform>
        </translation>
    </message>
    <message>
        <source>stays until it is deleted</source>
        <translation>bleibt, bis er gelöscht wird</translation>
    </message>
    <message>
        <source>the file itself was deleted</source>
        <translation>die Datei selbst wurde gelöscht</translation>
    </message>
    <message>
        <source>Batch of files</source>
        <translation>Dateibatch</translation>
    </message>
    <message>
        <source>Failures (%1)</source>
        <translation>Fehlschläge (%1)</translation>
    </message>
</context>
<context>
    <name>odc::StoreEditDialog</name>
    <message>
        <source>Edit vector store</source>
        <translation>Vektorspeicher bearbeiten</translation>
    </message>
    <message>
        <source>The description is set when a store is made, and cannot be changed afterwards; chunking belongs to each file.</source>
        <translation>Die Beschreibung wird beim Anlegen eines Speichers festgelegt und lässt sich danach nicht ändern; die Aufteilung gehört zu jeder Datei.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Expires</source>
        <translation>&amp;Läuft ab</translation>
    </message>
    <message>
        <source>Days after it was last used</source>
        <translation>Tage nach der letzten Nutzung</translation>
    </message>
    <message>
        <source>days after it was last used</source>
        <translation>Tage nach der letzten Nutzung</translation>
    </message>
    <message>
        <source>Every use puts the end off. What has expired cannot be brought back.</source>
        <translation>Jede Nutzung schiebt das Ende hinaus. Was abgelaufen ist, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>It stays, and costs, until it is deleted.</source>
        <translation>Er bleibt und kostet, bis er gelöscht wird.</translation>
    </message>
    <message>
        <source>The store could not be changed: %1. %2</source>
        <translation>Der Speicher konnte nicht geändert werden: %1. %2</translation>
    </message>
</context>
<context>
    <name>odc::StoreFailuresPane</name>
    <message>
        <source>Tr&amp;y again…</source>
        <translation>E&amp;rneut versuchen…</translation>
    </message>
    <message>
        <source>Takes them out and puts them in anew, with their attributes and chunking</source>
        <translation>Nimmt sie heraus und neu auf, mit ihren Attributen und ihrer Aufteilung</translation>
    </message>
    <message>
        <source>&amp;Show in the list</source>
        <translation>In der Liste &amp;zeigen</translation>
    </message>
    <message>
        <source>Which files</source>
        <translation>Welche Dateien</translation>
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
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>any state</source>
        <translation>jeder Zustand</translation>
    </message>
    <message>
        <source>Files by state</source>
        <translation>Dateien nach Zustand</translation>
    </message>
    <message>
        <source>Filter: name, reason …</source>
        <translation>Filter: Name, Grund …</translation>
    </message>
    <message>
        <source>The store is not there any more.</source>
        <translation>Der Speicher ist nicht mehr da.</translation>
    </message>
    <message>
        <source>There are no such files.</source>
        <translation>Solche Dateien gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Tr&amp;y %Ln again…</source>
        <translation>
            <numerusform>%Ln e&amp;rneut versuchen…</numerusform>
            <numerusform>%Ln e&amp;rneut versuchen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Tr&amp;y all again…</source>
        <translation>Alle e&amp;rneut versuchen…</translation>
    </message>
</context>
<context>
    <name>odc::StoreFilesModel</name>
    <message numerus="yes">
        <source>Batch of %Ln file(s)</source>
        <translation>
            <numerusform>Batch mit %Ln Datei</numerusform>
            <numerusform>Batch mit %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch of files</source>
        <translation>Dateibatch</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>Enter or a double click reads the next %Ln file(s).</source>
        <translation>
            <numerusform>Eingabetaste oder Doppelklick liest %Ln weitere Datei.</numerusform>
            <numerusform>Eingabetaste oder Doppelklick liest die nächsten %Ln Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the file itself was deleted</source>
        <translation>%1: Die Datei selbst wurde gelöscht</translation>
    </message>
    <message>
        <source>Put in %1</source>
        <translation>Aufgenommen %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
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
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Chunking</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>War nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Could not be read again: %1</source>
        <translation>War nicht erneut lesbar: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… %1 weitere</translation>
    </message>
    <message>
        <source>… more</source>
        <translation>… weitere</translation>
    </message>
</context>
<context>
    <name>odc::StoreIntake</name>
    <message>
        <source>They are added to “%1”.</source>
        <translation>Sie werden zu „%1“ hinzugefügt.</translation>
    </message>
    <message>
        <source>None of them is failed any more.</source>
        <translation>Keine davon ist mehr fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The files could not be tried again: %1. %2</source>
        <translation>Die Dateien ließen sich nicht erneut versuchen: %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>A file batch that was begun before has ended: %Ln file(s) added</source>
        <translation>
            <numerusform>Ein früher begonnener Dateibatch ist zu Ende: %Ln Datei hinzugefügt</numerusform>
            <numerusform>Ein früher begonnener Dateibatch ist zu Ende: %Ln Dateien hinzugefügt</numerusform>
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
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln abgebrochen</numerusform>
            <numerusform>%Ln abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch %1 of store %2</source>
        <translation>Batch %1 des Speichers %2</translation>
    </message>
</context>
<context>
    <name>odc::StoreListModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>odc::StoreTreeModel</name>
    <message>
        <source>Last active</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Store / file</source>
        <translation>Speicher / Datei</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
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
        <source>Cost a day</source>
        <translation>Kosten je Tag</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Chunking</source>
        <translation>Aufteilung</translation>
    </message>
</context>
<context>
    <name>odc::StoreTreePane</name>
    <message>
        <source>Filter stores and files</source>
        <translation>Speicher und Dateien filtern</translation>
    </message>
    <message>
        <source>Words look everywhere, in stores and in those of their files that were read. name:policy looks in one field, -word leaves out.
failed&gt;0, size&gt;1GB, expires&lt;7d and state:in_progress compare.</source>
        <translation>Wörter suchen überall, in Speichern und in den gelesenen ihrer Dateien. name:policy sucht in einem Feld, -wort schließt aus.
failed&gt;0, size&gt;1GB, expires&lt;7d und state:in_progress vergleichen.</translation>
    </message>
</context>
<context>
    <name>odc::StoresPage</name>
    <message>
        <source>Vector stores</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>Drop to put into a vector store</source>
        <translation>Loslassen, um in einen Vektorspeicher aufzunehmen</translation>
    </message>
    <message>
        <source>Into the selected one, or the one you drop on; you are asked before anything is sent.</source>
        <translation>In den gewählten oder den, auf dem losgelassen wird; vor dem Senden wird nachgefragt.</translation>
    </message>
    <message>
        <source>Vector stores and files</source>
        <translation>Vektorspeicher und Dateien</translation>
    </message>
    <message>
        <source>Filter stores and files</source>
        <translation>Speicher und Dateien filtern</translation>
    </message>
    <message>
        <source>This server has no vector stores.</source>
        <translation>Dieser Server hat keine Vektorspeicher.</translation>
    </message>
    <message>
        <source>This archive has no vector stores.</source>
        <translation>Dieses Archiv hat keine Vektorspeicher.</translation>
    </message>
    <message>
        <source>There are no vector stores here yet.</source>
        <translation>Hier gibt es noch keine Vektorspeicher.</translation>
    </message>
    <message>
        <source>A vector store makes files searchable by what they mean. Make one, or start with some sample data.</source>
        <translation>Ein Vektorspeicher macht Dateien nach ihrer Bedeutung durchsuchbar. Einen anlegen oder mit Beispieldaten anfangen.</translation>
    </message>
    <message>
        <source>A vector store makes files searchable by what they mean.</source>
        <translation>Ein Vektorspeicher macht Dateien nach ihrer Bedeutung durchsuchbar.</translation>
    </message>
    <message>
        <source>The file could not be read: %1.</source>
        <translation>Die Datei konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Files and folders of this computer are uploaded first, then put in.</source>
        <translation>Dateien und Ordner dieses Computers werden erst hochgeladen, dann aufgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of the project are put in and indexed there; they stay where they are.</source>
        <translation>
            <numerusform>%Ln Datei des Projekts wird aufgenommen und dort indiziert; sie bleibt, wo sie ist.</numerusform>
            <numerusform>%Ln Dateien des Projekts werden aufgenommen und dort indiziert; sie bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files made searchable by what they mean: loading…</source>
        <translation>Nach ihrer Bedeutung durchsuchbare Dateien: wird geladen…</translation>
    </message>
    <message>
        <source>Files made searchable by what they mean: what is in, what failed, how well it is found.</source>
        <translation>Nach ihrer Bedeutung durchsuchbare Dateien: was darin ist, was fehlschlug, wie gut es gefunden wird.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln store(s)</source>
        <translation>
            <numerusform>%Ln Speicher</numerusform>
            <numerusform>%Ln Speicher</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 a day</source>
        <translation>etwa %1 am Tag</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln with failures</source>
        <translation>
            <numerusform>%Ln mit Fehlschlägen</numerusform>
            <numerusform>%Ln mit Fehlschlägen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln indexing</source>
        <translation>
            <numerusform>%Ln wird indiziert</numerusform>
            <numerusform>%Ln werden indiziert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expire(s) this week</source>
        <translation>
            <numerusform>%Ln läuft diese Woche ab</numerusform>
            <numerusform>%Ln laufen diese Woche ab</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;New store…</source>
        <translation>&amp;Neuer Speicher…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Dateien aufnehmen…</translation>
    </message>
    <message>
        <source>Add files of the &amp;project…</source>
        <translation>Dateien des &amp;Projekts aufnehmen…</translation>
    </message>
    <message>
        <source>Keep in step with a &amp;folder…</source>
        <translation>Mit einem &amp;Ordner abgleichen…</translation>
    </message>
    <message>
        <source>Try failed a&amp;gain…</source>
        <translation>Fehl&amp;geschlagene erneut versuchen…</translation>
    </message>
    <message>
        <source>Cancel &amp;batch…</source>
        <translation>Batc&amp;h abbrechen…</translation>
    </message>
    <message>
        <source>Take o&amp;ut of the store…</source>
        <translation>Aus dem Speicher herausneh&amp;men…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Refresh selected</source>
        <translation>Auswahl aktualisieren</translation>
    </message>
    <message>
        <source>Load &amp;more files</source>
        <translation>&amp;Weitere Dateien laden</translation>
    </message>
    <message>
        <source>Load all files</source>
        <translation>Alle Dateien laden</translation>
    </message>
    <message>
        <source>Sho&amp;w failures</source>
        <translation>Fehl&amp;schläge zeigen</translation>
    </message>
    <message>
        <source>Sh&amp;ow attributes</source>
        <translation>Att&amp;ribute zeigen</translation>
    </message>
    <message>
        <source>S&amp;how contents</source>
        <translation>Inhalt z&amp;eigen</translation>
    </message>
    <message>
        <source>Search in it</source>
        <translation>Darin suchen</translation>
    </message>
    <message>
        <source>Show in Files</source>
        <translation>In „Dateien“ zeigen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details zeigen</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Search lab</source>
        <translation>Suchlabor</translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln o&amp;ut of the store…</source>
        <translation>
            <numerusform>%Ln aus dem Speicher herausneh&amp;men…</numerusform>
            <numerusform>%Ln aus dem Speicher herausneh&amp;men…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln…</source>
        <translation>
            <numerusform>%Ln &amp;löschen…</numerusform>
            <numerusform>%Ln &amp;löschen…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::SyncFolderDialog</name>
    <message>
        <source>Chunking of what goes in</source>
        <translation>Aufteilung dessen, was hineinkommt</translation>
    </message>
    <message>
        <source>Files are compared by path, size and content. What was synced is known again by three of its attributes: odc_path, odc_sha256 and odc_size.</source>
        <translation>Dateien werden nach Pfad, Größe und Inhalt verglichen. Abgeglichenes wird an drei seiner Attribute wiedererkannt: odc_path, odc_sha256 und odc_size.</translation>
    </message>
    <message>
        <source>This goes to the production profile “%1”.</source>
        <translation>Das geht an das Produktionsprofil „%1“.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>the folder to compare</source>
        <translation>der zu vergleichende Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>What would be done</source>
        <translation>Was getan würde</translation>
    </message>
    <message>
        <source>Also delete the files that are replaced or taken out, where no other store has them</source>
        <translation>Auch die Dateien löschen, die ersetzt oder herausgenommen werden, wo kein anderer Speicher sie hat</translation>
    </message>
    <message>
        <source>&amp;Chunking</source>
        <translation>A&amp;ufteilung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in the folder</source>
        <translation>
            <numerusform>%Ln Datei im Ordner</numerusform>
            <numerusform>%Ln Dateien im Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%1 von %2 gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the store</source>
        <translation>
            <numerusform>%Ln im Speicher</numerusform>
            <numerusform>%Ln im Speicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln</source>
        <translation>
            <numerusform>%Ln aufnehmen</numerusform>
            <numerusform>%Ln aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln</source>
        <translation>
            <numerusform>%Ln ersetzen</numerusform>
            <numerusform>%Ln ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take out %Ln</source>
        <translation>
            <numerusform>%Ln herausnehmen</numerusform>
            <numerusform>%Ln herausnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>The store could not be read: %1</source>
        <translation>Der Speicher konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Choose the folder that the store is to follow.</source>
        <translation>Den Ordner wählen, dem der Speicher folgen soll.</translation>
    </message>
    <message>
        <source>Nothing is changed before you have seen what it would be.</source>
        <translation>Nichts wird geändert, bevor zu sehen war, was es wäre.</translation>
    </message>
    <message>
        <source>The folder is empty.</source>
        <translation>Der Ordner ist leer.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung anwenden</numerusform>
            <numerusform>%Ln Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to do</source>
        <translation>Es gibt nichts zu tun</translation>
    </message>
    <message>
        <source>%1 to upload</source>
        <translation>%1 hochzuladen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown content, with the same name and size</source>
        <translation>
            <numerusform>%Ln mit unbekanntem Inhalt, bei gleichem Namen und gleicher Größe</numerusform>
            <numerusform>%Ln mit unbekanntem Inhalt, bei gleichem Namen und gleicher Größe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not allowed</source>
        <translation>
            <numerusform>%Ln nicht erlaubt</numerusform>
            <numerusform>%Ln nicht erlaubt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden left out</source>
        <translation>
            <numerusform>%Ln versteckte ausgelassen</numerusform>
            <numerusform>%Ln versteckte ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) not followed</source>
        <translation>
            <numerusform>%Ln Verknüpfung nicht verfolgt</numerusform>
            <numerusform>%Ln Verknüpfungen nicht verfolgt</numerusform>
        </translation>
    </message>
    <message>
        <source>only the first %1 are shown</source>
        <translation>nur die ersten %1 werden gezeigt</translation>
    </message>
    <message>
        <source>Keep “%1” in step with a folder</source>
        <translation>„%1“ mit einem Ordner abgleichen</translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln of the same name</source>
        <translation>
            <numerusform>%Ln gleichen Namens ersetzen</numerusform>
            <numerusform>%Ln gleichen Namens ersetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>The old ones did not come by a sync: look whether they are the same</source>
        <translation>Die alten kamen nicht durch einen Abgleich: Prüfen Sie, ob es dieselben sind</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the same name, with other content</source>
        <translation>
            <numerusform>%Ln gleichen Namens mit anderem Inhalt</numerusform>
            <numerusform>%Ln gleichen Namens mit anderem Inhalt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to add beside one of the same name</source>
        <translation>
            <numerusform>%Ln neben einer gleichen Namens hinzuzufügen</numerusform>
            <numerusform>%Ln neben einer gleichen Namens hinzuzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the store, not from this folder</source>
        <translation>
            <numerusform>%Ln im Speicher, nicht aus diesem Ordner</numerusform>
            <numerusform>%Ln im Speicher, nicht aus diesem Ordner</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>odc::SyncModel</name>
    <message>
        <source>add</source>
        <translation>aufnehmen</translation>
    </message>
    <message>
        <source>new, not added</source>
        <translation>neu, nicht aufgenommen</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>ersetzen</translation>
    </message>
    <message>
        <source>changed, not replaced</source>
        <translation>geändert, nicht ersetzt</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>herausnehmen</translation>
    </message>
    <message>
        <source>gone, stays in</source>
        <translation>weg, bleibt darin</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>taken for the same</source>
        <translation>gilt als gleich</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
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
        <source>same name, not replaced</source>
        <translation>gleicher Name, nicht ersetzt</translation>
    </message>
    <message>
        <source>not from this folder</source>
        <translation>nicht aus diesem Ordner</translation>
    </message>
</context>
<context>
    <name>odc::TrainingCheckView</name>
    <message>
        <source>Check of</source>
        <translation>Prüfung von</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>Trainingsdatei</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Validierungsdatei</translation>
    </message>
    <message>
        <source>Drop a training file here.</source>
        <translation>Eine Trainingsdatei hier ablegen.</translation>
    </message>
    <message>
        <source>JSON lines: one example a line. It is checked before anything is sent.</source>
        <translation>JSON-Zeilen: ein Beispiel je Zeile. Sie wird geprüft, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Tokens per example</source>
        <translation>Token je Beispiel</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Copy the lengths as a table</source>
        <translation>Längen als Tabelle kopieren</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>Was die Prüfung fand</translation>
    </message>
    <message>
        <source>Drop to train with it</source>
        <translation>Loslassen, um damit zu trainieren</translation>
    </message>
    <message>
        <source>It is checked; nothing is sent yet.</source>
        <translation>Sie wird geprüft; noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Checking every line…</source>
        <translation>Jede Zeile wird geprüft…</translation>
    </message>
    <message>
        <source>Fetching the file…</source>
        <translation>Die Datei wird geholt…</translation>
    </message>
    <message>
        <source>The file could not be checked.</source>
        <translation>Die Datei ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>The file is not checked.</source>
        <translation>Die Datei ist nicht geprüft.</translation>
    </message>
    <message>
        <source>It has to be checked before it can be sent.</source>
        <translation>Sie muss geprüft sein, bevor sie gesendet werden kann.</translation>
    </message>
    <message>
        <source>The service checks it once the job is made. To check it before, it is fetched.</source>
        <translation>Der Dienst prüft sie, wenn der Auftrag erstellt ist. Um sie vorher zu prüfen, wird sie geholt.</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln Beispiel</numerusform>
            <numerusform>%Ln Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>of no known format</source>
        <translation>in keinem bekannten Format</translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln error(s): it cannot be sent.</source>
        <translation>
            <numerusform>%1. %Ln Fehler: kann nicht gesendet werden.</numerusform>
            <numerusform>%1. %Ln Fehler: kann nicht gesendet werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. It can be sent; %Ln warning(s).</source>
        <translation>
            <numerusform>%1. Kann gesendet werden; %Ln Warnung.</numerusform>
            <numerusform>%1. Kann gesendet werden; %Ln Warnungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Every line can be sent.</source>
        <translation>%1. Jede Zeile kann gesendet werden.</translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed.</source>
        <translation>Die ersten %1 von %2 sind aufgeführt.</translation>
    </message>
    <message>
        <source>Tokens an example</source>
        <translation>Token je Beispiel</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längstes</translation>
    </message>
    <message>
        <source>Tokens, one epoch</source>
        <translation>Token, eine Epoche</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>≈ %1 (auto)</source>
        <translation>≈ %1 (auto)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Tokens to train</source>
        <translation>Zu trainierende Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>by the hour</source>
        <translation>nach Stunden</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>kein Preis bekannt</translation>
    </message>
    <message>
        <source>An estimate: tokens are counted by the letters, at the prices in Preferences; the service decides what is left to it.</source>
        <translation>Eine Schätzung: Token nach Buchstaben gezählt, zu den Preisen in den Einstellungen; was ihm überlassen ist, entscheidet der Dienst.</translation>
    </message>
    <message>
        <source>An estimate: tokens are counted by the letters.</source>
        <translation>Eine Schätzung: Token nach Buchstaben gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s) are longer than the %1 tokens that the model takes: the rest of them is cut off.</source>
        <translation>
            <numerusform>%Ln Beispiel ist länger als die %1 Token, die das Modell nimmt: Der Rest davon wird abgeschnitten.</numerusform>
            <numerusform>%Ln Beispiele sind länger als die %1 Token, die das Modell nimmt: Der Rest davon wird abgeschnitten.</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1 is line %2 of the training file</source>
        <translation>Zeile %1 ist Zeile %2 der Trainingsdatei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 validation examples are trained on as well: on these the model looks better than it is (%2).</source>
        <translation>
            <numerusform>Mit %Ln von %1 Validierungsbeispielen wird auch trainiert: Bei diesem sieht das Modell besser aus, als es ist (%2).</numerusform>
            <numerusform>Mit %Ln von %1 Validierungsbeispielen wird auch trainiert: Bei diesen sieht das Modell besser aus, als es ist (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>choose a model first</source>
        <translation>erst ein Modell wählen</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>odc::TrainingFileEdit</name>
    <message>
        <source>Training file of the project, or its id</source>
        <translation>Trainingsdatei des Projekts oder ihre ID</translation>
    </message>
    <message>
        <source>Validation file of the project, or its id</source>
        <translation>Validierungsdatei des Projekts oder ihre ID</translation>
    </message>
    <message>
        <source>Choose from all files for fine-tuning</source>
        <translation>Aus allen Dateien für die Feinabstimmung auswählen</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Fetches the file and checks every line of it.</source>
        <translation>Holt die Datei und prüft jede Zeile.</translation>
    </message>
    <message>
        <source>From this computer…</source>
        <translation>Von diesem Rechner…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Take no file from this computer</source>
        <translation>Keine Datei von diesem Rechner nehmen</translation>
    </message>
    <message>
        <source>Drop to train with it</source>
        <translation>Loslassen, um damit zu trainieren</translation>
    </message>
    <message>
        <source>Drop to validate with it</source>
        <translation>Loslassen, um damit zu validieren</translation>
    </message>
    <message>
        <source>It is checked; nothing is sent yet.</source>
        <translation>Sie wird geprüft; noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Training file</source>
        <translation>Trainingsdatei</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Validierungsdatei</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Uploading: %1 of %2</source>
        <translation>Wird hochgeladen: %1 von %2</translation>
    </message>
    <message>
        <source>Fetching: %1 of %2</source>
        <translation>Wird geholt: %1 von %2</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Wird geholt…</translation>
    </message>
    <message>
        <source>Checking every line: %1 of %2</source>
        <translation>Jede Zeile wird geprüft: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln Beispiel</numerusform>
            <numerusform>%Ln Beispiele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s): cannot be sent</source>
        <translation>
            <numerusform>%Ln Fehler: kann nicht gesendet werden</numerusform>
            <numerusform>%Ln Fehler: kann nicht gesendet werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can be sent, with %Ln warning(s)</source>
        <translation>
            <numerusform>kann gesendet werden, mit %Ln Warnung</numerusform>
            <numerusform>kann gesendet werden, mit %Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>can be sent</source>
        <translation>kann gesendet werden</translation>
    </message>
    <message>
        <source>uploaded as %1</source>
        <translation>hochgeladen als %1</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>Not checked here: the service checks it once the job is made.</source>
        <translation>Hier nicht geprüft: Der Dienst prüft sie, wenn der Auftrag erstellt ist.</translation>
    </message>
    <message>
        <source>JSON lines, one example a line. Or drop a file here.</source>
        <translation>JSON-Zeilen, ein Beispiel je Zeile. Oder eine Datei hier ablegen.</translation>
    </message>
    <message>
        <source>Optional: examples that are not trained on, to see how well it learns.</source>
        <translation>Optional: Beispiele, mit denen nicht trainiert wird, um zu sehen, wie gut das Modell lernt.</translation>
    </message>
    <message>
        <source>The file is being checked…</source>
        <translation>Die Datei wird geprüft …</translation>
    </message>
    <message>
        <source>The file is not checked.</source>
        <translation>Die Datei ist nicht geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in the training file to mend before it can be sent.</source>
        <translation>
            <numerusform>%Ln Fehler in der Trainingsdatei ist vor dem Senden zu beheben.</numerusform>
            <numerusform>%Ln Fehler in der Trainingsdatei sind vor dem Senden zu beheben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in the validation file to mend before it can be sent.</source>
        <translation>
            <numerusform>%Ln Fehler in der Validierungsdatei ist vor dem Senden zu beheben.</numerusform>
            <numerusform>%Ln Fehler in der Validierungsdatei sind vor dem Senden zu beheben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in “.jsonl”: the service takes no others.</source>
        <translation>Der Name der Datei muss auf „.jsonl“ enden: Andere nimmt der Dienst nicht an.</translation>
    </message>
</context>
<context>
    <name>odc::TrainingFindingsModel</name>
    <message>
        <source>Where</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>odc::TrainingUpload</name>
    <message>
        <source>“%1” is not the file that was checked any more.</source>
        <translation>„%1“ ist nicht mehr die Datei, die geprüft wurde.</translation>
    </message>
    <message>
        <source>“%1” is not the file that was checked any more. It was uploaded as %2, which no job uses.</source>
        <translation>„%1“ ist nicht mehr die Datei, die geprüft wurde. Sie wurde als %2 hochgeladen; kein Auftrag benutzt sie.</translation>
    </message>
    <message>
        <source>Its upload was stopped on the Transfers page.</source>
        <translation>Der Upload wurde auf der Seite Übertragungen angehalten.</translation>
    </message>
</context>
<context>
    <name>odc::TranscriptView</name>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more characters, which the JSON has.</source>
        <translation>
            <numerusform>… und %Ln weiteres Zeichen, das im JSON steht.</numerusform>
            <numerusform>… und %Ln weitere Zeichen, die im JSON stehen.</numerusform>
        </translation>
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
    <message>
        <source>Answer</source>
        <comment>an open question</comment>
        <translation>Beantworten</translation>
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
    <name>odc::Tray</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Pause notifications for an hour</source>
        <translation>Meldungen eine Stunde &amp;aussetzen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) running</source>
        <translation>
            <numerusform>%Ln Auftrag läuft</numerusform>
            <numerusform>%Ln Aufträge laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
</context>
<context>
    <name>odc::TreePage</name>
    <message>
        <source>Show det&amp;ails</source>
        <translation>Details zei&amp;gen</translation>
    </message>
    <message>
        <source>An archive is a copy: nothing in it is changed.</source>
        <translation>Ein Archiv ist eine Kopie: Nichts darin wird geändert.</translation>
    </message>
    <message>
        <source>The profile is read-only.</source>
        <translation>Das Profil ist schreibgeschützt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1, reading…</source>
        <translation>Stand: %1, wird gelesen…</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand: %1</translation>
    </message>
</context>
<context>
    <name>odc::TreePane</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>S&amp;top loading</source>
        <translation>Laden anhal&amp;ten</translation>
    </message>
    <message>
        <source>E&amp;xpand all</source>
        <translation>Alles aus&amp;klappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alles einklappen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>odc::TreeRowActions</name>
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
        <source>Copy as cUR&amp;L</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Copy as P&amp;ython</source>
        <translation>Als P&amp;ython kopieren</translation>
    </message>
    <message>
        <source>Export as &amp;CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as J&amp;SON…</source>
        <translation>Als JSON e&amp;xportieren…</translation>
    </message>
</context>
<context>
    <name>odc::TryGraderDialog</name>
    <message>
        <source>Python graders run at the service only: they cannot be tried here.</source>
        <translation>Python-Bewerter laufen nur beim Dienst: sie können hier nicht ausprobiert werden.</translation>
    </message>
    <message>
        <source>This grader asks a model: it cannot be tried here, where there is none.</source>
        <translation>Dieser Bewerter fragt ein Modell: hier, wo keines ist, kann er nicht ausprobiert werden.</translation>
    </message>
    <message>
        <source>Try “%1”</source>
        <translation>„%1“ ausprobieren</translation>
    </message>
    <message>
        <source>The local server grades these rows; nothing leaves this computer and nothing is saved.</source>
        <translation>Der lokale Server bewertet diese Zeilen; nichts verlässt diesen Rechner, und nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>Sample rows</source>
        <translation>Beispielzeilen</translation>
    </message>
    <message>
        <source>Item (JSON)</source>
        <translation>Eintrag (JSON)</translation>
    </message>
    <message>
        <source>Answer (sample.output_text)</source>
        <translation>Antwort (sample.output_text)</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Rows from a file…</source>
        <translation>Zeilen aus Datei…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Rows to try on</source>
        <translation>Zeilen zum Ausprobieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>In dieser Datei sind keine Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) of the file.</source>
        <translation>
            <numerusform>Die erste %Ln Zeile der Datei.</numerusform>
            <numerusform>Die ersten %Ln Zeilen der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Grading…</source>
        <translation>Wird bewertet…</translation>
    </message>
    <message>
        <source>An item is an object</source>
        <translation>Ein Eintrag ist ein Objekt</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s) passed.</source>
        <translation>
            <numerusform>%1 von %Ln Zeile bestanden.</numerusform>
            <numerusform>%1 von %Ln Zeilen bestanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s) of the file.</source>
        <translation>
            <numerusform>Die eine Zeile der Datei.</numerusform>
            <numerusform>Alle %Ln Zeilen der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) graded.</source>
        <translation>
            <numerusform>%Ln Zeile bewertet.</numerusform>
            <numerusform>%Ln Zeilen bewertet.</numerusform>
        </translation>
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
        <source>&amp;Expires</source>
        <translation>&amp;Läuft ab</translation>
    </message>
    <message>
        <source>Files to upload</source>
        <translation>Hochzuladende Dateien</translation>
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
        <source>%Ln cannot be sent</source>
        <translation>
            <numerusform>%Ln nicht sendbar</numerusform>
            <numerusform>%Ln nicht sendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>This goes to the production profile “%1”.</source>
        <translation>Das geht an das Produktionsprofil „%1“.</translation>
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
<context>
    <name>odc::UploadedFileEdit</name>
    <message>
        <source>choose a file, or type its id: file-…</source>
        <translation>Datei wählen oder ihre ID eingeben: file-…</translation>
    </message>
    <message>
        <source>The files could not be listed: %1. An id can be typed.</source>
        <translation>Die Dateien konnten nicht aufgelistet werden: %1. Eine ID kann eingegeben werden.</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” is uploaded.</source>
        <translation>„%1“ ist hochgeladen.</translation>
    </message>
    <message>
        <source>“%1” was not uploaded; the Transfers page says why.</source>
        <translation>„%1“ wurde nicht hochgeladen; warum, sagt die Seite Übertragungen.</translation>
    </message>
    <message>
        <source>Uploading “%1”: %2 of %3</source>
        <translation>„%1“ wird hochgeladen: %2 von %3</translation>
    </message>
    <message>
        <source>Uploading “%1”…</source>
        <translation>„%1“ wird hochgeladen …</translation>
    </message>
</context>
<context>
    <name>odc::UsesDialog</name>
    <message numerus="yes">
        <source>Used by %Ln object(s)</source>
        <translation>
            <numerusform>Benutzt von %Ln Objekt</numerusform>
            <numerusform>Benutzt von %Ln Objekten</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: name or id</source>
        <translation>Filter: Name oder ID</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>odc::UsesList</name>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weitere</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else uses this file.</source>
        <translation>Nichts sonst benutzt diese Datei.</translation>
    </message>
    <message>
        <source>Nothing uses this file.</source>
        <translation>Nichts benutzt diese Datei.</translation>
    </message>
    <message>
        <source>Nothing else is known to use this file.</source>
        <translation>Soweit bekannt, benutzt nichts sonst diese Datei.</translation>
    </message>
    <message>
        <source>Nothing is known to use this file.</source>
        <translation>Soweit bekannt, benutzt nichts diese Datei.</translation>
    </message>
    <message>
        <source>What uses this file is not known.</source>
        <translation>Was diese Datei verwendet, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>odc::VectorStoresModel</name>
    <message>
        <source>Last active</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
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
        <source>Cost a day</source>
        <translation>Kosten je Tag</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>An estimate, by the prices in the preferences; what is free is shared out by size.</source>
        <translation>Eine Schätzung nach den Preisen in den Einstellungen; was nichts kostet, ist nach Größe aufgeteilt.</translation>
    </message>
</context>
</TS>
