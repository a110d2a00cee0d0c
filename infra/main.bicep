// Everything Briefing Desk needs in one resource group, in UK South. The steps round it: docs/operations.md.
targetScope = 'resourceGroup'

@description('Head of the names of all resources.')
@minLength(3)
@maxLength(16)
param baseName string

@description('Region of every resource that holds data.')
param location string = 'uksouth'

@description('Host by which the world reaches the server, without https://. A domain of your own, not azurewebsites.net.')
param publicHost string

@description('Client id of the Entra app of the tab and of Microsoft Graph.')
param entraAppClientId string

@description('Mailbox that owns the calendar events of every region that has none of its own.')
param organiserMailbox string

@description('Mailboxes of single regions: { ORGANISER_MAILBOX_NORTH_WEST: \'…\' }.')
param regionalMailboxes object = {}

@description('Mailbox that sends confirmations, statements and referrals.')
param mailFrom string

@description('A postcodes.io-shaped service of your own. Empty: postcode districts only.')
param postcodesUrl string = ''

@description('A data.police.uk-shaped service that names neighbourhood teams. Empty: not used.')
param policeApiUrl string = ''

@description('Endpoint of an Azure OpenAI resource for a second opinion in triage. Empty: no model is asked.')
param openAiEndpoint string = ''

@description('Chat deployment of that resource. The managed identity needs the role Cognitive Services OpenAI User there.')
param openAiDeployment string = ''

@description('Which unsure messages may be sent to it: off, general (nothing that may be private) or all (but danger).')
param secondOpinion string = 'general'

@description('Thresholds of triage other than the measured ones: { TRIAGE_SURE: \'0.7\' }. See docs/settings.md.')
param triageThresholds object = {}

@description('Secret settings kept in the vault: { SETTING_NAME: \'secret-name\' }. None is needed with managed identity.')
param vaultSettings object = {}

@description('Entra group whose members may administer the database.')
param databaseAdminGroupId string

@description('Name of that group.')
param databaseAdminGroupName string

@description('Address that gets the alerts.')
param alertEmail string

@description('Node.js of the app service.')
param runtime string = 'NODE|24-lts'

@description('Size of a server.')
param planSku string = 'P1v3'

@description('Number of servers; two or more keep the service up while one is replaced.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('Whether database and servers are spread over zones.')
param zoneRedundant bool = true

@description('Whether a lock keeps the resource group from being deleted.')
param lockResources bool = true

var tags = { application: 'briefing-desk', data: 'personal' }

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { baseName: baseName, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: { baseName: baseName, location: location, tags: tags }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: { baseName: baseName, location: location, tags: tags }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    baseName: baseName
    location: location
    tags: tags
    subnetId: network.outputs.databaseSubnetId
    privateDnsZoneId: network.outputs.databaseDnsZoneId
    adminGroupId: databaseAdminGroupId
    adminGroupName: databaseAdminGroupName
    zoneRedundant: zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    baseName: baseName
    location: location
    tags: tags
    subnetId: network.outputs.endpointSubnetId
    privateDnsZoneId: network.outputs.vaultDnsZoneId
    readerPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module web 'modules/web.bicep' = {
  name: 'web'
  params: {
    baseName: baseName
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    identityName: identity.outputs.name
    subnetId: network.outputs.appSubnetId
    workspaceId: monitoring.outputs.workspaceId
    databaseHost: database.outputs.host
    databaseName: database.outputs.databaseName
    vaultUri: vault.outputs.uri
    vaultSettings: vaultSettings
    publicHost: publicHost
    entraAppClientId: entraAppClientId
    organiserMailbox: organiserMailbox
    regionalMailboxes: regionalMailboxes
    mailFrom: mailFrom
    postcodesUrl: postcodesUrl
    policeApiUrl: policeApiUrl
    openAiEndpoint: openAiEndpoint
    openAiDeployment: openAiDeployment
    secondOpinion: secondOpinion
    triageThresholds: triageThresholds
    runtime: runtime
    planSku: planSku
    instances: instances
    zoneRedundant: zoneRedundant
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    baseName: baseName
    tags: tags
    publicHost: publicHost
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    baseName: baseName
    location: location
    tags: tags
    email: alertEmail
    publicHost: publicHost
    siteId: web.outputs.siteId
    planId: web.outputs.planId
    databaseId: database.outputs.serverId
    insightsId: monitoring.outputs.insightsId
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (lockResources) {
  name: '${baseName}-lock'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds registrations and the record of referrals. Remove the lock before you remove the service.'
  }
}

// The toolkit writes these to the environment file under the same names.
output BOT_ID string = identity.outputs.clientId
output BOT_PRINCIPAL_ID string = identity.outputs.principalId
output APP_SERVICE_NAME string = web.outputs.siteName
output APP_SERVICE_RESOURCE_ID string = web.outputs.siteId
