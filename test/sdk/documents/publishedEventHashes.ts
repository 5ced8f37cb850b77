// Events and hashes that the reference implementation of the algorithm publishes for CBV 2.0
// (github.com/RalphTro/epcis-event-hash-generator, tests/examples), written out as facts.

type PublishedEventHash = {
  readonly name: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly context: readonly unknown[];
  readonly hash: string;
};

const extension = {
  "ext1:float": "20",
  "ext1:time": "2013-06-08T14:58:56.591Z",
  "ext1:array": [
    "12",
    "22",
    "2013-06-08T14:58:56.591Z",
    "true",
    "stringInArray",
    {
      "ext1:object": {
        "ext1:object": {
          "ext2:array": ["14", "23.0", "stringInArrayInObjectInArray"],
          "ext2:object": { "ext2:object": { "ext3:string": "stringInObjectInObjectInArray" } },
          "ext2:int": "13",
          "ext2:string": "stringInObjectInArray",
        },
      },
    },
  ],
  "ext1:boolean": "true",
  "ext1:object": {
    "ext2:array": ["11", "21", "stringInArrayInObject"],
    "ext2:object": { "ext2:object": { "ext3:string": "stringInObjectInObject" } },
    "ext2:string": "stringInObject",
  },
  "ext1:default": "stringAsDefaultValue",
  "ext1:int": "10",
  "ext1:string": "string",
};

const sensors = {
  type: "ObjectEvent",
  eventTime: "2020-04-01T15:00:00+01:00",
  eventTimeZoneOffset: "+01:00",
  epcList: ["urn:epc:id:sgtin:4012345.011111.9876"],
  action: "OBSERVE",
  bizStep: "inspecting",
  readPoint: { id: "urn:epc:id:sgln:4012345.00005.0" },
  sensorElementList: [
    {
      sensorMetadata: {
        deviceID: "urn:epc:id:giai:4000001.111",
        deviceMetadata: "https://id.gs1.org/8004/4000001111",
      },
      sensorReport: [
        { type: "Temperature", value: 26, sDev: 0.1, uom: "CEL" },
        { type: "AbsoluteHumidity", value: 12.1, uom: "A93" },
        {
          type: "Dimensionless",
          microorganism: "https://www.ncbi.nlm.nih.gov/taxonomy/1126011",
          value: 0.05,
          uom: "C35",
        },
        {
          type: "Dimensionless",
          chemicalSubstance: "https://identifiers.org/inchikey:CZMRCDWAGMRECN-UGDNZRGBSA-N",
          value: 0.18,
          uom: "C35",
        },
      ],
    },
  ],
};

const readPoint = {
  type: "ObjectEvent",
  eventTime: "2020-03-04T11:00:30+01:00",
  eventTimeZoneOffset: "+01:00",
  epcList: ["urn:epc:id:sgtin:0614141.011111.987"],
  action: "OBSERVE",
  bizStep: "departing",
  disposition: "in_transit",
  readPoint: { id: "urn:epc:id:sgln:4012345.00011.0", "example:myField1": "AB-12" },
  bizTransactionList: [{ type: "po", bizTransaction: "urn:epc:id:gdti:4012345.11111.123" }],
  sourceList: [{ type: "owning_party", source: "urn:epc:id:pgln:4012345.00000" }],
  destinationList: [{ type: "owning_party", destination: "urn:epc:id:pgln:0614141.00000" }],
  "example:userExt": "CD-34",
};

const keys = {
  type: "ObjectEvent",
  eventTime: "2023-03-27T11:30:00.0Z",
  eventTimeZoneOffset: "+01:00",
  epcList: [
    "urn:epc:id:sgtin:4012345.012345.12",
    "urn:epc:id:sscc:4012345.0000000333",
    "https://id.gs1.org/00/040123450000003338",
    "urn:epc:id:grai:4012345.66666.87",
    "urn:epc:id:giai:4012345.AAbb",
    "urn:epc:id:gsrn:4012345.9876540000",
    "urn:epc:id:gsrnp:4012345.0000098765",
    "urn:epc:id:gdti:4012345.55555.98",
    "urn:epc:id:cpi:4012345.ABC.123",
    "urn:epc:id:sgcn:4012345.99999.44",
    "urn:epc:id:ginc:4012345.333",
    "urn:epc:id:gsin:4012345.999987654",
    "urn:epc:id:itip:4012345.012345.01.02.999",
    "urn:epc:id:upui:4012345.012345.AB12",
  ],
  quantityList: [
    { epcClass: "urn:epc:class:lgtin:4054739.099914.20160711" },
    { epcClass: "urn:epc:idpat:sgtin:4054739.099914.*" },
    { epcClass: "urn:epc:idpat:grai:4012345.66666.*" },
    { epcClass: "urn:epc:idpat:gdti:4012345.55555.*" },
    { epcClass: "urn:epc:idpat:sgcn:4012345.99999.*" },
    { epcClass: "urn:epc:idpat:cpi:4012345.ABC.*" },
    { epcClass: "urn:epc:idpat:itip:4012345.012345.01.02.*" },
  ],
  action: "OBSERVE",
  bizStep: "other",
  readPoint: { id: "urn:epc:id:sgln:4012345.00011.987" },
};

const everyField = {
  type: "ObjectEvent",
  eventTime: "2005-04-05T02:33:31.116Z",
  eventTimeZoneOffset: "-06:00",
  eventID: "x",
  certificationInfo: "y",
  errorDeclaration: { a: 1 },
  epcList: ["urn:epc:id:sgtin:0614141.107346.2018"],
  action: "ADD",
  bizStep: "receiving",
  disposition: "in_progress",
  readPoint: { id: "urn:epc:id:sgln:0012345.11111.400" },
  bizLocation: { id: "urn:epc:id:sgln:0012345.11111.0" },
  bizTransactionList: [
    { type: "po", bizTransaction: "urn:epc:id:gdti:0614141.00001.1618034" },
    { type: "pedigree", bizTransaction: "urn:epc:id:gsrn:0614141.0000010253" },
  ],
  quantityList: [
    { epcClass: "urn:epc:class:lgtin:4012345.012345.998877", quantity: 200, uom: "KGM" },
  ],
  sourceList: [
    { type: "location", source: "urn:epc:id:sgln:4012345.00225.0" },
    { type: "possessing_party", source: "urn:epc:id:pgln:4012345.00225" },
    { type: "owning_party", source: "urn:epc:id:pgln:4012345.00225" },
  ],
  destinationList: [
    { type: "location", destination: "urn:epc:id:sgln:0614141.00777.0" },
    { type: "possessing_party", destination: "urn:epc:id:pgln:0614141.00777" },
    { type: "owning_party", destination: "urn:epc:id:pgln:0614141.00777" },
  ],
  sensorElementList: [
    {
      sensorMetadata: {
        time: "2019-04-02T13:05:00.000Z",
        deviceID: "urn:epc:id:giai:4000001.111",
        deviceMetadata: "https://id.gs1.org/8004/4000001111",
        rawData: "https://example.org/8004/401234599999",
        startTime: "2019-04-02T12:55:01.000Z",
        endTime: "2019-04-02T13:55:00.000Z",
        dataProcessingMethod: "https://example.com/253/4012345000054987",
        bizRules: "https://example.com/253/4012345000054987",
        "ext1:someFurtherMetadata": "someText",
      },
      sensorReport: [
        {
          type: "Temperature",
          deviceID: "urn:epc:id:giai:4000001.111",
          rawData: "https://example.org/8004/401234599999",
          dataProcessingMethod: "https://example.com/253/4012345000054987",
          time: "2019-07-19T13:00:00.000Z",
          microorganism: "https://www.ncbi.nlm.nih.gov/taxonomy/1126011",
          chemicalSubstance: "https://identifiers.org/inchikey:CZMRCDWAGMRECN-UGDNZRGBSA-N",
          value: 26,
          component: "example:x",
          stringValue: "SomeString",
          booleanValue: true,
          hexBinaryValue: "f0f0f0",
          uriValue: "https://id.gs1.org/8004/4000001111",
          minValue: 26,
          maxValue: 26.2,
          meanValue: 13.2,
          percRank: 50,
          percValue: 12.7,
          uom: "CEL",
          sDev: 0.1,
          "ext1:someFurtherReportData": "someText",
          deviceMetadata: "https://id.gs1.org/8004/4000001111",
        },
      ],
      ...extension,
    },
  ],
  persistentDisposition: { unset: ["completeness_inferred"], set: ["completeness_verified"] },
  ilmd: {
    ...extension,
    "cbvmda:countryOfExport": "KR",
    "cbvmda:grossWeight": "3.5",
    "cbvmda:netWeight": "3.5",
    "cbvmda:countryOfOrigin": "GB",
    "cbvmda:drainedWeight": "3.5",
    "cbvmda:lotNumber": "ABC123",
  },
  ...extension,
};

const context = [
  "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
  { example: "https://ns.example.com/epcis/" },
];

export const publishedEventHashes: readonly PublishedEventHash[] = [
  {
    name: "an event with sensors",
    event: sensors,
    context,
    hash: "271565c346ae2fb28c4583c4dca4ab4772d465eb4e0b6e548d77d8b49377d95c",
  },
  {
    name: "an event with an extended read point",
    event: readPoint,
    context,
    hash: "3ae14c02c4bdc220cc31942cf804f6845eb8dec96ba6483391c92a9b165f9329",
  },
  {
    name: "an event with every GS1 key",
    event: keys,
    context,
    hash: "40744f32beff53a4bf5bb5956d465cb52de5bbcc9f131409d8efb903b04d9351",
  },
  {
    name: "an event with every field",
    event: everyField,
    context: [
      { ext3: "http://example.com/ext3/" },
      { ext2: "http://example.com/ext2/" },
      { ext1: "http://example.com/ext1/" },
    ],
    hash: "9811bfb2672e9c3a0f6151be339d22b60db375c8b23d2740f6137cc6539f0639",
  },
];
